
        import type   { MutationResolvers } from './../../../types.generated';
        export const saveRecommendations: NonNullable<MutationResolvers['saveRecommendations']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.saveRecommendations resolver logic here */ };