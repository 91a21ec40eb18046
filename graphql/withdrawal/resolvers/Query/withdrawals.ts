import type { QueryResolvers } from './../../../types.generated';
export const withdrawals: NonNullable<QueryResolvers['withdrawals']> = async (_parent, _arg, _ctx) => {
  /* Implement Query.withdrawals resolver logic here */
};
