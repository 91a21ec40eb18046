import type { MutationResolvers } from './../../../types.generated';
export const declineWithdrawal: NonNullable<MutationResolvers['declineWithdrawal']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.declineWithdrawal resolver logic here */
};
