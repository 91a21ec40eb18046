
        import type   { QueryResolvers } from './../../../types.generated';
        export const auditEntries: NonNullable<QueryResolvers['auditEntries']> = async (_parent, _arg, _ctx) => { /* Implement Query.auditEntries resolver logic here */ };