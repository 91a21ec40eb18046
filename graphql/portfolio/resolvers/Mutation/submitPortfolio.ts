
        import type   { MutationResolvers } from './../../../types.generated';
        export const submitPortfolio: NonNullable<MutationResolvers['submitPortfolio']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.submitPortfolio resolver logic here */ };