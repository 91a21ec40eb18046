import type { MutationResolvers } from './../../../types.generated';
export const sendWithdrawal: NonNullable<MutationResolvers['sendWithdrawal']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.sendWithdrawal resolver logic here */
};
