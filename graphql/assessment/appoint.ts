import { type Candidate, candidateProblems, seatsFor } from '@/domain/assignment';
import { isIn, LOST, SEATED } from '@/domain/case/groups';
import type { Problem } from '@/domain/problems';
import type { AssignmentStatus, Role } from '@/domain/procedure/vocabulary';
import { givesPoints } from '@/domain/scoring';
import type { Viewer } from '@/domain/viewer';
import { notFound } from '@/server/errors';
import type { Case } from '@/server/facts';
import { newId } from '@/server/ids';
import type { Occurrence } from '@/server/occurrence';
import type { Tx } from '@/server/prisma';

/** The experts of the region with these ids, as the rules of appointment see them; one that is missing or another region's ends the request. */
export async function getCandidates(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<Candidate[]> {
  const rows = await tx.expert.findMany({
    where: { regionId: viewer.regionId, id: { in: [...ids] } },
    include: { account: { select: { lockedAt: true, roles: { where: { role: 'EXPERT', regionId: viewer.regionId, removedAt: null } } } } },
  });
  return ids.map((id) => {
    const row = rows.find((r) => r.id === id) ?? notFound();
    const active = row.active && row.account.lockedAt === null && row.account.roles.length > 0;
    return { expertId: row.id, accountId: row.accountId, organisationId: row.organisationId, municipalityId: row.municipalityId, active };
  });
}

/** What keeps these people from a case. */
export function appointmentProblems({ application, procedure }: Case, candidates: readonly Candidate[], by: Role): Problem[] {
  const appointed = application.assignments.map((a) => ({ expertId: a.expertId, status: a.status as AssignmentStatus }));
  return candidates.flatMap((candidate) => candidateProblems(procedure, application, candidate, appointed, by));
}

/** Writes the assignments with their empty sheets, answers as many open conflicts, the oldest first, and says whom to tell. */
export async function writeAppointments(
  tx: Tx,
  found: Case,
  viewer: Viewer,
  expertIds: readonly string[],
  at: Date,
): Promise<Occurrence[]> {
  const { application, procedure, facts } = found;
  const { regionId } = application;
  const statuses = seatsFor(
    procedure,
    facts.assignments.map((a) => a.status),
    expertIds.length,
  );
  for (const [k, expertId] of expertIds.entries()) {
    const id = newId();
    const status = statuses[k] ?? 'RESERVE';
    const since = { invitedAt: status === 'INVITED' ? at : null, confirmedAt: status === 'CONFIRMED' ? at : null };
    await tx.expertAssignment.create({
      data: { id, regionId, applicationId: application.id, expertId, status, appointedAt: at, appointedById: viewer.accountId, ...since },
    });
    if (givesPoints(procedure)) await tx.scoreSheet.create({ data: { id: newId(), regionId, assignmentId: id, status: 'EMPTY' } });
  }
  const open = application.assignments.filter((a) => isIn(a.status, LOST) && a.conflictClosedAt === null);
  const answered = open.slice(0, expertIds.length).map((a) => a.id);
  await tx.expertAssignment.updateMany({ where: { id: { in: answered } }, data: { conflictClosedAt: at } });
  const told = expertIds.flatMap((expertId, k): Occurrence[] => {
    if (statuses[k] === 'INVITED') return [{ event: 'expert.invited', expertId }];
    if (statuses[k] !== 'CONFIRMED') return [];
    return [{ event: 'expert.assigned', expertId }, ...reviewOpened(facts.status, expertId)];
  });
  const seated = [...facts.assignments.map((a) => a.status), ...statuses].filter((status) => isIn(status, SEATED)).length;
  return seated >= procedure.assessment.experts.min ? [...told, 'experts.appointed'] : told;
}

/** Who joins a review that is open gets the letter that opens it for him. */
export const reviewOpened = (status: string, expertId: string): Occurrence[] =>
  status === 'EXPERTISE' ? [{ event: 'expert.review_opened', expertId }] : [];
