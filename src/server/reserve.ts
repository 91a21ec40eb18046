import { nextFromReserve } from '@/domain/assignment';
import type { Procedure } from '@/domain/procedure/shape';
import type { AssignmentStatus } from '@/domain/procedure/vocabulary';
import type { Occurrence } from './occurrence';
import type { Tx } from './prisma';

/** Invites who has waited longest in the reserve, when a seat of the panel is free; whom to tell about it. */
export async function inviteFromReserve(tx: Tx, applicationId: string, procedure: Procedure, at: Date): Promise<Occurrence[]> {
  const rows = await tx.expertAssignment.findMany({ where: { applicationId }, orderBy: { id: 'asc' } });
  const next = nextFromReserve(
    procedure,
    rows.map(({ id, expertId, status }) => ({ id, expertId, status: status as AssignmentStatus })),
  );
  if (!next) return [];
  await tx.expertAssignment.update({ where: { id: next.id }, data: { status: 'INVITED', invitedAt: at } });
  return [{ event: 'expert.invited', expertId: next.expertId }];
}
