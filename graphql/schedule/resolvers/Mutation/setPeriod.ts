import type { MutationResolvers } from './../../../types.generated';
export const setPeriod: NonNullable<MutationResolvers['setPeriod']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.setPeriod resolver logic here */
};
