import type { MutationResolvers } from './../../../types.generated';
export const signConclusion: NonNullable<MutationResolvers['signConclusion']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.signConclusion resolver logic here */
};
