import { findResetAccount } from '@/server/auth/passwordReset';
import type { QueryResolvers } from './../../../types.generated';

export const passwordResetOpen: NonNullable<QueryResolvers['passwordResetOpen']> = async (_parent, { token }) =>
  (await findResetAccount(token)) !== null;
