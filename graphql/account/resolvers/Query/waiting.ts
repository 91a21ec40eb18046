
        import type   { QueryResolvers } from './../../../types.generated';
        export const waiting: NonNullable<QueryResolvers['waiting']> = async (_parent, _arg, _ctx) => { /* Implement Query.waiting resolver logic here */ };