import type { QueryResolvers } from './../../../types.generated';
export const employees: NonNullable<QueryResolvers['employees']> = async (_parent, _arg, _ctx) => {
  /* Implement Query.employees resolver logic here */
};
