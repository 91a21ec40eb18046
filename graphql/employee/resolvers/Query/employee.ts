import type { QueryResolvers } from './../../../types.generated';
export const employee: NonNullable<QueryResolvers['employee']> = async (_parent, _arg, _ctx) => {
  /* Implement Query.employee resolver logic here */
};
