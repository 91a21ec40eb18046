import type { MutationResolvers } from './../../../types.generated';
export const confirmParticipation: NonNullable<MutationResolvers['confirmParticipation']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.confirmParticipation resolver logic here */
};
