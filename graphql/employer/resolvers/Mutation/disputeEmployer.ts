
        import type   { MutationResolvers } from './../../../types.generated';
        export const disputeEmployer: NonNullable<MutationResolvers['disputeEmployer']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.disputeEmployer resolver logic here */ };