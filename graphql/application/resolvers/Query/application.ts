
        import type   { QueryResolvers } from './../../../types.generated';
        export const application: NonNullable<QueryResolvers['application']> = async (_parent, _arg, _ctx) => { /* Implement Query.application resolver logic here */ };