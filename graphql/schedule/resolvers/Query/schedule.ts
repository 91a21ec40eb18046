import type { QueryResolvers } from './../../../types.generated';
export const schedule: NonNullable<QueryResolvers['schedule']> = async (_parent, _arg, _ctx) => {
  /* Implement Query.schedule resolver logic here */
};
