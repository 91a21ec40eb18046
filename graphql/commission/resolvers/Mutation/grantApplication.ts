
        import type   { MutationResolvers } from './../../../types.generated';
        export const grantApplication: NonNullable<MutationResolvers['grantApplication']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.grantApplication resolver logic here */ };