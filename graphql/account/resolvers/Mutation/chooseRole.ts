
        import type   { MutationResolvers } from './../../../types.generated';
        export const chooseRole: NonNullable<MutationResolvers['chooseRole']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.chooseRole resolver logic here */ };