import type { MutationResolvers } from './../../../types.generated';
export const formWithdrawal: NonNullable<MutationResolvers['formWithdrawal']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.formWithdrawal resolver logic here */
};
