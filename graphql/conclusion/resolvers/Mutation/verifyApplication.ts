import type { MutationResolvers } from './../../../types.generated';
export const verifyApplication: NonNullable<MutationResolvers['verifyApplication']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.verifyApplication resolver logic here */
};
