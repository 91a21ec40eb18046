
        import type   { MutationResolvers } from './../../../types.generated';
        export const cancelEvidenceUpload: NonNullable<MutationResolvers['cancelEvidenceUpload']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.cancelEvidenceUpload resolver logic here */ };