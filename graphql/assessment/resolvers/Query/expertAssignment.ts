
        import type   { QueryResolvers } from './../../../types.generated';
        export const expertAssignment: NonNullable<QueryResolvers['expertAssignment']> = async (_parent, _arg, _ctx) => { /* Implement Query.expertAssignment resolver logic here */ };