
        import type   { MutationResolvers } from './../../../types.generated';
        export const issueAccount: NonNullable<MutationResolvers['issueAccount']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.issueAccount resolver logic here */ };