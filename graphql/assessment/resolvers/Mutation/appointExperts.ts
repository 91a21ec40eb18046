
        import type   { MutationResolvers } from './../../../types.generated';
        export const appointExperts: NonNullable<MutationResolvers['appointExperts']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.appointExperts resolver logic here */ };