
        import type   { QueryResolvers } from './../../../types.generated';
        export const meeting: NonNullable<QueryResolvers['meeting']> = async (_parent, _arg, _ctx) => { /* Implement Query.meeting resolver logic here */ };