
        import type   { MutationResolvers } from './../../../types.generated';
        export const saveApplicationField: NonNullable<MutationResolvers['saveApplicationField']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.saveApplicationField resolver logic here */ };