
        import type   { QueryResolvers } from './../../../types.generated';
        export const unsentLetters: NonNullable<QueryResolvers['unsentLetters']> = async (_parent, _arg, _ctx) => { /* Implement Query.unsentLetters resolver logic here */ };