import { type Problem, problem } from '@/domain/problems';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import type { Account } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { notFound } from '../errors';
import { prisma } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { beginTerms, giveCredentials, sendPasswordLink } from './credentials';
import { overseenAssignments } from './oversight';
import { hashPassword, oneTimePassword } from './passwords';

/**
 * Opens an account again: one that was closed after a missed term, or whose one-time password was never used. The term begins anew. Who
 * had chosen a password gets a link to choose another, who had not gets new credentials.
 */
export async function reopenAccount(viewer: Viewer, accountId: string): Promise<{ problems: Problem[]; account: Account }> {
  const { regionId } = viewer;
  const { procedure } = await getCurrentProcedure(regionId);
  const roles = { where: await overseenAssignments(procedure, viewer), orderBy: { id: 'asc' as const } };
  const found = await prisma.account.findFirst({ where: { id: accountId, roles: { some: roles.where } }, include: { roles } });
  const account = found ?? notFound();
  if (!account.lockedAt && account.passwordChosenAt) return { problems: [problem('WRONG_STATUS')], account };
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const at = await refreshClock();
  const role = (account.roles[0]?.role ?? 'TEACHER') as Role;
  return prisma.$transaction(
    async (tx) => {
      if (account.passwordChosenAt === null) await giveCredentials(tx, { regionId, procedure, role, account, password, passwordHash }, at);
      else {
        await tx.account.update({ where: { id: account.id }, data: { lockedAt: null } });
        if (role === 'TEACHER') await beginTerms(tx, { regionId, procedure, account, event: 'account.credentials_issued' }, at);
        await sendPasswordLink(tx, { regionId, procedure, account });
      }
      await writeAudit(tx, viewer, { action: 'reopen_account', objectType: 'Account', objectId: account.id });
      return { problems: [], account: await tx.account.findUniqueOrThrow({ where: { id: account.id } }) };
    },
    { timeout: 20_000 },
  );
}
