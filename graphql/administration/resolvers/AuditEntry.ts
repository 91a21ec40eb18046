import { fullName } from '@/server/fullName';
import type { AuditEntryResolvers } from './../../types.generated';

export const AuditEntry: AuditEntryResolvers = {
  accountName: async ({ accountId }, _arg, context) => {
    const account = accountId ? await context.loaders.account.load(accountId) : null;
    return account ? fullName(account) || account.login : null;
  },
};
