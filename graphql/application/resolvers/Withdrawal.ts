import type { WithdrawalResolvers } from './../../types.generated';

export const Withdrawal: Pick<WithdrawalResolvers, 'createdAt' | 'reason' | 'status'> = {};
