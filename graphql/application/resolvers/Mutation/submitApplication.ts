
        import type   { MutationResolvers } from './../../../types.generated';
        export const submitApplication: NonNullable<MutationResolvers['submitApplication']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.submitApplication resolver logic here */ };