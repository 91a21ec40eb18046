
        import type   { MutationResolvers } from './../../../types.generated';
        export const recordDecision: NonNullable<MutationResolvers['recordDecision']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.recordDecision resolver logic here */ };