
        import type   { QueryResolvers } from './../../../types.generated';
        export const organisations: NonNullable<QueryResolvers['organisations']> = async (_parent, _arg, _ctx) => { /* Implement Query.organisations resolver logic here */ };