
        import type   { MutationResolvers } from './../../../types.generated';
        export const resubmitApplication: NonNullable<MutationResolvers['resubmitApplication']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.resubmitApplication resolver logic here */ };