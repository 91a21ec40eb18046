
        import type   { QueryResolvers } from './../../../types.generated';
        export const meetings: NonNullable<QueryResolvers['meetings']> = async (_parent, _arg, _ctx) => { /* Implement Query.meetings resolver logic here */ };