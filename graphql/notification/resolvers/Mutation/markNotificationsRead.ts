
        import type   { MutationResolvers } from './../../../types.generated';
        export const markNotificationsRead: NonNullable<MutationResolvers['markNotificationsRead']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.markNotificationsRead resolver logic here */ };