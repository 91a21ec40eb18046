
        import type   { MutationResolvers } from './../../../types.generated';
        export const refuseApplicationIntake: NonNullable<MutationResolvers['refuseApplicationIntake']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.refuseApplicationIntake resolver logic here */ };