import type { MutationResolvers } from './../../../types.generated';
export const acceptEmployerPaper: NonNullable<MutationResolvers['acceptEmployerPaper']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.acceptEmployerPaper resolver logic here */
};
