import type { MutationResolvers } from './../../../types.generated';
export const removeEvidenceEntry: NonNullable<MutationResolvers['removeEvidenceEntry']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.removeEvidenceEntry resolver logic here */
};
