
        import type   { MutationResolvers } from './../../../types.generated';
        export const requestAccess: NonNullable<MutationResolvers['requestAccess']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.requestAccess resolver logic here */ };