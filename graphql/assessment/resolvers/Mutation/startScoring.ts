import type { MutationResolvers } from './../../../types.generated';
export const startScoring: NonNullable<MutationResolvers['startScoring']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.startScoring resolver logic here */
};
