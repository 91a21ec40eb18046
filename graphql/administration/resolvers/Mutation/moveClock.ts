
        import type   { MutationResolvers } from './../../../types.generated';
        export const moveClock: NonNullable<MutationResolvers['moveClock']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.moveClock resolver logic here */ };