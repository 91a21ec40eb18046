import type { MutationResolvers } from './../../../types.generated';
export const returnEmployerPaper: NonNullable<MutationResolvers['returnEmployerPaper']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.returnEmployerPaper resolver logic here */
};
