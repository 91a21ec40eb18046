
        import type   { MutationResolvers } from './../../../types.generated';
        export const finishSheet: NonNullable<MutationResolvers['finishSheet']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.finishSheet resolver logic here */ };