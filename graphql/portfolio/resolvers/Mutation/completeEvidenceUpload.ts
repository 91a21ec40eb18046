
        import type   { MutationResolvers } from './../../../types.generated';
        export const completeEvidenceUpload: NonNullable<MutationResolvers['completeEvidenceUpload']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.completeEvidenceUpload resolver logic here */ };