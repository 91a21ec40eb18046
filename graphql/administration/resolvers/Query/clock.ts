
        import type   { QueryResolvers } from './../../../types.generated';
        export const clock: NonNullable<QueryResolvers['clock']> = async (_parent, _arg, _ctx) => { /* Implement Query.clock resolver logic here */ };