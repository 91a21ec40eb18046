
        import type   { MutationResolvers } from './../../../types.generated';
        export const declineAssignment: NonNullable<MutationResolvers['declineAssignment']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.declineAssignment resolver logic here */ };