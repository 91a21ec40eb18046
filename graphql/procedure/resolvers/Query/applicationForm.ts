
        import type   { QueryResolvers } from './../../../types.generated';
        export const applicationForm: NonNullable<QueryResolvers['applicationForm']> = async (_parent, _arg, _ctx) => { /* Implement Query.applicationForm resolver logic here */ };