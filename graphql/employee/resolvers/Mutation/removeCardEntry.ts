import type { MutationResolvers } from './../../../types.generated';
export const removeCardEntry: NonNullable<MutationResolvers['removeCardEntry']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.removeCardEntry resolver logic here */
};
