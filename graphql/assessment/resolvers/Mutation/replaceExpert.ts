
        import type   { MutationResolvers } from './../../../types.generated';
        export const replaceExpert: NonNullable<MutationResolvers['replaceExpert']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.replaceExpert resolver logic here */ };