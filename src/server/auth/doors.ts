import type { Role } from '@/domain/procedure/vocabulary';
import type { Account } from '@/generated/prisma/client';
import type { Tx } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { identityProvider } from './identityProvider';
import { hasPassword } from './passwords';
import { mayLinkIdentity } from './roles';

/** Whether the portal may open an account: some role of it, held or taken away, may come in so. */
export async function mayComeByPortal(tx: Tx, accountId: string): Promise<boolean> {
  const roles = await tx.roleAssignment.findMany({
    where: { accountId },
    distinct: ['regionId', 'role'],
    select: { regionId: true, role: true },
  });
  for (const { regionId, role } of roles)
    if (mayLinkIdentity((await getCurrentProcedure(regionId, tx)).procedure, role as Role)) return true;
  return false;
}

/**
 * Whether an account can still be entered by its owner alone once an identity of it is gone: by a password, by a letter to the proven address,
 * by another identity, or by the portal that knows him by the account's own SNILS and is joined again when he comes.
 */
export async function keepsDoorWithout(tx: Tx, account: Account, identityId: string): Promise<boolean> {
  if (hasPassword(account.passwordHash) && account.passwordChosenAt) return true;
  if (account.email && account.emailVerifiedAt) return true;
  if (await tx.identity.count({ where: { accountId: account.id, id: { not: identityId } } })) return true;
  return account.snils !== null && identityProvider() !== null && (await mayComeByPortal(tx, account.id));
}
