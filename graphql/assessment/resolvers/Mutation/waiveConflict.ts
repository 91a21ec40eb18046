
        import type   { MutationResolvers } from './../../../types.generated';
        export const waiveConflict: NonNullable<MutationResolvers['waiveConflict']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.waiveConflict resolver logic here */ };