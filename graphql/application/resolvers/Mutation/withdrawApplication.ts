
        import type   { MutationResolvers } from './../../../types.generated';
        export const withdrawApplication: NonNullable<MutationResolvers['withdrawApplication']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.withdrawApplication resolver logic here */ };