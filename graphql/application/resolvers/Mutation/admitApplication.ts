
        import type   { MutationResolvers } from './../../../types.generated';
        export const admitApplication: NonNullable<MutationResolvers['admitApplication']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.admitApplication resolver logic here */ };