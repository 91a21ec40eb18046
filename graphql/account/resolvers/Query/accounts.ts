
        import type   { QueryResolvers } from './../../../types.generated';
        export const accounts: NonNullable<QueryResolvers['accounts']> = async (_parent, _arg, _ctx) => { /* Implement Query.accounts resolver logic here */ };