import { dayIn } from '@/domain/days';
import type { Problem } from '@/domain/problems';
import { periodProblems } from '@/domain/schedule';
import type { Case } from '@/server/facts';
import { newId } from '@/server/ids';
import type { Tx } from '@/server/prisma';

/**
 * Puts a case into a period: the schedule of its municipality begins with the first case. A case that stood in an approved edition leaves
 * it, and that schedule is then changed after its approval.
 */
export async function putIntoPeriod(tx: Tx, { application, procedure }: Case, periodId: string, at: Date): Promise<Problem[]> {
  const { id, regionId, municipalityId, scheduleEdition } = application;
  if (application.periodId === periodId) return [];
  const problems = periodProblems(procedure, periodId, dayIn(procedure.region.timezone, at));
  if (problems.length > 0 || !municipalityId) return problems;
  if (application.periodId && scheduleEdition !== null) {
    await tx.schedule.updateMany({
      where: { municipalityId, periodId: application.periodId, status: 'APPROVED' },
      data: { status: 'CHANGED_AFTER_APPROVAL' },
    });
  }
  await tx.application.update({ where: { id }, data: { periodId, scheduleEdition: null } });
  await tx.schedule.createMany({ data: { id: newId(), regionId, municipalityId, periodId, status: 'DRAFT' }, skipDuplicates: true });
  return [];
}
