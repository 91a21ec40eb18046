
        import type   { MutationResolvers } from './../../../types.generated';
        export const returnApplication: NonNullable<MutationResolvers['returnApplication']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.returnApplication resolver logic here */ };