import { type Problem, problem } from '@/domain/problems';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import type { Account } from '@/generated/prisma/client';
import { writeAudit } from '../audit';
import { refreshClock } from '../clock';
import { notFound } from '../errors';
import { Prisma, prisma, type Tx } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { overseenAssignments } from './oversight';

/** Takes a role away. Sessions that chose it end at once; an expert leaves the roster. */
export async function removeRole(viewer: Viewer, roleAssignmentId: string): Promise<{ problems: Problem[]; account: Account }> {
  const overseen = await overseenAssignments((await getCurrentProcedure(viewer.regionId)).procedure, viewer);
  const at = await refreshClock();
  return prisma.$transaction(async (tx) => {
    const where = { AND: [overseen, { id: roleAssignmentId }] };
    const found = (await tx.roleAssignment.findFirst({ where, include: { account: true } })) ?? notFound();
    if (found.role === 'ADMINISTRATOR' && !(await anotherAdministrator(tx, viewer.regionId, found.id))) {
      return { problems: [problem('LAST_ADMINISTRATOR')], account: found.account };
    }
    await tx.roleAssignment.update({ where: { id: found.id }, data: { removedAt: at } });
    await tx.session.deleteMany({ where: { roleAssignmentId: found.id } });
    if ((found.role as Role) === 'EXPERT')
      await tx.expert.updateMany({ where: { accountId: found.accountId, regionId: viewer.regionId }, data: { active: false } });
    await writeAudit(tx, viewer, {
      action: 'remove_role',
      objectType: 'Account',
      objectId: found.accountId,
      data: { role: found.role, roleAssignmentId: found.id },
    });
    return { problems: [], account: found.account };
  });
}

/** Locks the region's administrators, so that two who remove each other do not leave it without one. */
async function anotherAdministrator(tx: Tx, regionId: string, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select id from "RoleAssignment" where "regionId" = ${regionId}::uuid and role = 'ADMINISTRATOR' and "removedAt" is null order by id for update`);
  return rows.some((row) => row.id !== id);
}
