
        import type   { MutationResolvers } from './../../../types.generated';
        export const createApplication: NonNullable<MutationResolvers['createApplication']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.createApplication resolver logic here */ };