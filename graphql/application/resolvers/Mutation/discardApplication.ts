
        import type   { MutationResolvers } from './../../../types.generated';
        export const discardApplication: NonNullable<MutationResolvers['discardApplication']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.discardApplication resolver logic here */ };