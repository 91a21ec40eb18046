
        import type   { QueryResolvers } from './../../../types.generated';
        export const municipalities: NonNullable<QueryResolvers['municipalities']> = async (_parent, _arg, _ctx) => { /* Implement Query.municipalities resolver logic here */ };