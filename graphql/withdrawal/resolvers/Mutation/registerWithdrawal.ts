import type { MutationResolvers } from './../../../types.generated';
export const registerWithdrawal: NonNullable<MutationResolvers['registerWithdrawal']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.registerWithdrawal resolver logic here */
};
