import { DEADLINE_DUE } from '@/domain/case/groups';
import { writeAudit } from '../audit';
import type { Tx } from '../prisma';

/**
 * Hands what was issued to an address over to the account that has proven it: the roles, the roster and the telephone of an account that nobody has
 * ever opened. That account is closed for good; the teacher's role goes with it, anybody could have asked for that one.
 */
export async function absorbUnopened(tx: Tx, unopenedId: string, intoId: string, at: Date): Promise<void> {
  await tx.session.deleteMany({ where: { accountId: unopenedId } });
  const roles = await tx.roleAssignment.findMany({ where: { accountId: unopenedId, removedAt: null, role: { not: 'TEACHER' } } });
  for (const { id, regionId, role, municipalityId, organisationId } of roles) {
    const same = { accountId: intoId, regionId, role, municipalityId, organisationId, removedAt: null };
    if (await tx.roleAssignment.findFirst({ where: same, select: { id: true } })) continue;
    await tx.roleAssignment.update({ where: { id }, data: { accountId: intoId } });
  }
  for (const { id, regionId } of await tx.expert.findMany({ where: { accountId: unopenedId }, select: { id: true, regionId: true } })) {
    const there = await tx.expert.findUnique({ where: { regionId_accountId: { regionId, accountId: intoId } }, select: { id: true } });
    if (!there) await tx.expert.update({ where: { id }, data: { accountId: intoId } });
  }
  const unused = { accountId: unopenedId, usedAt: null };
  await tx.passwordReset.deleteMany({ where: unused });
  await tx.emailConfirmation.deleteMany({ where: unused });
  const term = { accountId: unopenedId, applicationId: null, status: { in: [...DEADLINE_DUE] } };
  await tx.deadline.updateMany({ where: term, data: { status: 'CANCELLED', endedAt: at } });
  await tx.roleAssignment.updateMany({ where: { accountId: unopenedId, removedAt: null }, data: { removedAt: at } });
  const { signInPhone } = await tx.account.findUniqueOrThrow({ where: { id: unopenedId }, select: { signInPhone: true } });
  const closed = { email: null, pendingEmail: null, signInPhone: null, passwordHash: '-', lockedAt: at };
  await tx.account.update({ where: { id: unopenedId }, data: closed });
  if (signInPhone) await tx.account.updateMany({ where: { id: intoId, signInPhone: null }, data: { signInPhone } });
  await writeAudit(tx, null, { action: 'absorb_account', objectType: 'Account', objectId: intoId, data: { unopened: unopenedId } });
}
