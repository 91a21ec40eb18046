import { findIdentities } from '@/server/auth/linkedIdentities';
import { findResetAccount } from '@/server/auth/passwordReset';
import type { QueryResolvers } from './../../../types.generated';

export const passwordResetIdentities: NonNullable<QueryResolvers['passwordResetIdentities']> = async (_parent, { token }) => {
  const account = await findResetAccount(token);
  return account ? findIdentities(account.id) : [];
};
