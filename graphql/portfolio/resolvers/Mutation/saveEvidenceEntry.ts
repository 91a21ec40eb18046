import type { MutationResolvers } from './../../../types.generated';
export const saveEvidenceEntry: NonNullable<MutationResolvers['saveEvidenceEntry']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.saveEvidenceEntry resolver logic here */
};
