
        import type   { MutationResolvers } from './../../../types.generated';
        export const deleteEvidenceFile: NonNullable<MutationResolvers['deleteEvidenceFile']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.deleteEvidenceFile resolver logic here */ };