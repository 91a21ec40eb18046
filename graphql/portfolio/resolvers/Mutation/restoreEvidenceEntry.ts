import type { MutationResolvers } from './../../../types.generated';
export const restoreEvidenceEntry: NonNullable<MutationResolvers['restoreEvidenceEntry']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.restoreEvidenceEntry resolver logic here */
};
