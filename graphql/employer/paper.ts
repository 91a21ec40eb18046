import type { Case } from '@/server/facts';
import type { ActOutcome } from '@/server/perform';
import type { Tx } from '@/server/prisma';

/** The paper is wanted again: its term goes on where it has not run out. */
export async function paperReturned(tx: Tx, { application, procedure }: Case, at: Date, reason: string): Promise<ActOutcome> {
  const applicationId = application.id;
  await tx.employerPaper.update({ where: { applicationId }, data: { status: 'RETURNED', reason, acceptedAt: null } });
  const termId = procedure.employerConfirmation.respondBy;
  if (termId)
    await tx.deadline.updateMany({
      where: { applicationId, termId, status: 'MET', lapsesAt: { gt: at } },
      data: { status: 'RUNNING', endedAt: null },
    });
  return { events: ['employer.note_requested'], data: { detail: reason } };
}
