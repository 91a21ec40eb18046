
        import type   { MutationResolvers } from './../../../types.generated';
        export const restoreEvidenceFile: NonNullable<MutationResolvers['restoreEvidenceFile']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.restoreEvidenceFile resolver logic here */ };