
        import type   { QueryResolvers } from './../../../types.generated';
        export const regions: NonNullable<QueryResolvers['regions']> = async (_parent, _arg, _ctx) => { /* Implement Query.regions resolver logic here */ };