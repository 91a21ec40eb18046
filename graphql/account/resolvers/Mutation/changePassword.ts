
        import type   { MutationResolvers } from './../../../types.generated';
        export const changePassword: NonNullable<MutationResolvers['changePassword']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.changePassword resolver logic here */ };