import type { MutationResolvers } from './../../../types.generated';
export const answerInformation: NonNullable<MutationResolvers['answerInformation']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.answerInformation resolver logic here */
};
