import type { MutationResolvers } from './../../../types.generated';
export const checkCard: NonNullable<MutationResolvers['checkCard']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.checkCard resolver logic here */
};
