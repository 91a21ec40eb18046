
        import type   { MutationResolvers } from './../../../types.generated';
        export const confirmEmployer: NonNullable<MutationResolvers['confirmEmployer']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.confirmEmployer resolver logic here */ };