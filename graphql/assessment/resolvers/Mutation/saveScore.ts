
        import type   { MutationResolvers } from './../../../types.generated';
        export const saveScore: NonNullable<MutationResolvers['saveScore']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.saveScore resolver logic here */ };