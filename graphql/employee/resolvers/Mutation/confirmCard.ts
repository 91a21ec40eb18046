import type { MutationResolvers } from './../../../types.generated';
export const confirmCard: NonNullable<MutationResolvers['confirmCard']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.confirmCard resolver logic here */
};
