
        import type   { QueryResolvers } from './../../../types.generated';
        export const applications: NonNullable<QueryResolvers['applications']> = async (_parent, _arg, _ctx) => { /* Implement Query.applications resolver logic here */ };