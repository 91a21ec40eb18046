
        import type   { QueryResolvers } from './../../../types.generated';
        export const notifications: NonNullable<QueryResolvers['notifications']> = async (_parent, _arg, _ctx) => { /* Implement Query.notifications resolver logic here */ };