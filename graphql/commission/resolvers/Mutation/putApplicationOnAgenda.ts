
        import type   { MutationResolvers } from './../../../types.generated';
        export const putApplicationOnAgenda: NonNullable<MutationResolvers['putApplicationOnAgenda']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.putApplicationOnAgenda resolver logic here */ };