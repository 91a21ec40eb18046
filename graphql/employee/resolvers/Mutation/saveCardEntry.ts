import type { MutationResolvers } from './../../../types.generated';
export const saveCardEntry: NonNullable<MutationResolvers['saveCardEntry']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.saveCardEntry resolver logic here */
};
