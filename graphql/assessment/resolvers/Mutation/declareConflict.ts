
        import type   { MutationResolvers } from './../../../types.generated';
        export const declareConflict: NonNullable<MutationResolvers['declareConflict']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.declareConflict resolver logic here */ };