import type { MutationResolvers } from './../../../types.generated';
export const setDates: NonNullable<MutationResolvers['setDates']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.setDates resolver logic here */
};
