
        import type   { MutationResolvers } from './../../../types.generated';
        export const removeRole: NonNullable<MutationResolvers['removeRole']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.removeRole resolver logic here */ };