import { type Case, latestTerms } from '@/server/facts';
import { newId } from '@/server/ids';
import type { ActOutcome } from '@/server/perform';
import type { Tx } from '@/server/prisma';

/** The paper is wanted again: by the day it was wanted by, or in a whole new term where that day has passed. */
export async function paperReturned(tx: Tx, { application, procedure }: Case, at: Date, reason: string): Promise<ActOutcome> {
  const applicationId = application.id;
  await tx.employerPaper.update({ where: { applicationId }, data: { status: 'RETURNED', reason, acceptedAt: null } });
  const last = latestTerms(application).get(procedure.employerConfirmation.respondBy ?? '');
  if (last && last.lapsesAt > at) {
    const { regionId, termId, untilDate, lapsesAt } = last;
    // The term that begins with the request keeps the day that was set.
    const day = { regionId, applicationId, termId, untilDate, lapsesAt, status: 'SET' };
    await tx.deadline.create({ data: { id: newId(), ...day, startedAt: at, warned: [] } });
  }
  return { events: ['employer.note_requested'], data: { detail: reason } };
}
