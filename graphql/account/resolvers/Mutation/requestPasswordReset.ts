
        import type   { MutationResolvers } from './../../../types.generated';
        export const requestPasswordReset: NonNullable<MutationResolvers['requestPasswordReset']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.requestPasswordReset resolver logic here */ };