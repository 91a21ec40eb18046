
        import type   { MutationResolvers } from './../../../types.generated';
        export const reopenSheet: NonNullable<MutationResolvers['reopenSheet']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.reopenSheet resolver logic here */ };