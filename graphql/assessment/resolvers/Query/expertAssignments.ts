
        import type   { QueryResolvers } from './../../../types.generated';
        export const expertAssignments: NonNullable<QueryResolvers['expertAssignments']> = async (_parent, _arg, _ctx) => { /* Implement Query.expertAssignments resolver logic here */ };