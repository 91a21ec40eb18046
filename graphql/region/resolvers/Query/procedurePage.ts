
        import type   { QueryResolvers } from './../../../types.generated';
        export const procedurePage: NonNullable<QueryResolvers['procedurePage']> = async (_parent, _arg, _ctx) => { /* Implement Query.procedurePage resolver logic here */ };