import type { Problem } from '@/domain/problems';
import type { Viewer } from '@/domain/viewer';
import type { Account } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { notFound } from '../errors';
import { Prisma, prisma } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { overseenAssignments } from './oversight';

/**
 * Gives a role back that was taken away, at the place where it held: whoever may take it away may undo it. The person's cases are his again,
 * an expert is back in the roster. A role that he holds again already stays as it is.
 */
export async function restoreRole(viewer: Viewer, roleAssignmentId: string): Promise<{ problems: Problem[]; account: Account }> {
  const removed = await overseenAssignments((await getCurrentProcedure(viewer.regionId)).procedure, viewer, 'removed');
  return prisma.$transaction(async (tx) => {
    const where = { AND: [removed, { id: roleAssignmentId }] };
    const found = (await tx.roleAssignment.findFirst({ where, include: { account: true } })) ?? notFound();
    const { accountId, regionId, role, municipalityId, organisationId, account } = found;
    // Two who give it back in one moment wait here for each other.
    await tx.$queryRaw(Prisma.sql`select id from "Account" where id = ${accountId}::uuid for update`);
    const same = { accountId, regionId, role, municipalityId, organisationId, removedAt: null };
    if (await tx.roleAssignment.findFirst({ where: same, select: { id: true } })) return { problems: [], account };
    await tx.roleAssignment.update({ where: { id: found.id }, data: { removedAt: null } });
    if (role === 'EXPERT') await tx.expert.updateMany({ where: { accountId, regionId }, data: { active: true } });
    await writeAudit(tx, viewer, {
      action: 'restore_role',
      objectType: 'Account',
      objectId: accountId,
      data: { role, roleAssignmentId: found.id },
    });
    return { problems: [], account };
  });
}
