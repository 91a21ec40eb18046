
        import type   { MutationResolvers } from './../../../types.generated';
        export const createEvidenceUpload: NonNullable<MutationResolvers['createEvidenceUpload']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.createEvidenceUpload resolver logic here */ };