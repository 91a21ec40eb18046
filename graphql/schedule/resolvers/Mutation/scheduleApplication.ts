import type { MutationResolvers } from './../../../types.generated';
export const scheduleApplication: NonNullable<MutationResolvers['scheduleApplication']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.scheduleApplication resolver logic here */
};
