
        import type   { MutationResolvers } from './../../../types.generated';
        export const refuseApplication: NonNullable<MutationResolvers['refuseApplication']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.refuseApplication resolver logic here */ };