
        import type   { MutationResolvers } from './../../../types.generated';
        export const restoreApplication: NonNullable<MutationResolvers['restoreApplication']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.restoreApplication resolver logic here */ };