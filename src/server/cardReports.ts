import type { Viewer } from '@/domain/viewer';
import type { CardReport } from '@/generated/prisma/client';
import { writeAudit } from './audit';
import { applyEvents } from './events';
import { getCase } from './facts';
import { writeTimeline } from './perform';
import { Prisma, type Tx } from './prisma';

/** What becomes of a teacher's reports of his card. An application is always locked before a card: sending it does so too. */

/** Locks the applications whose reports about an employee wait; before his card is locked. */
export async function lockReported(tx: Tx, employeeId: string): Promise<CardReport[]> {
  await tx.$queryRaw(Prisma.sql`
    select a.id from "Application" a
    where a.id in (select r."applicationId" from "CardReport" r where r."employeeId" = ${employeeId}::uuid and r."closedAt" is null)
    order by a.id for update`);
  return tx.cardReport.findMany({ where: { employeeId, closedAt: null }, orderBy: { id: 'asc' } });
}

/** Ends the report of a case that waits, without a word: nothing differs any more. */
export const endReport = (tx: Tx, applicationId: string, at: Date) =>
  tx.cardReport.updateMany({ where: { applicationId, closedAt: null }, data: { closedAt: at } });

/** The school's answer: with words where it leaves the card as it is, without where it has corrected it. The teacher gets a letter. */
export async function answerReport(tx: Tx, viewer: Viewer, report: CardReport, answer: string | null, at: Date): Promise<void> {
  await tx.cardReport.update({ where: { id: report.id }, data: { closedAt: at, closedById: viewer.accountId, answer } });
  const found = await getCase(tx, report.applicationId);
  await writeTimeline(tx, found, { kind: 'answer_card_report', viewer, at, ...(answer && { data: { reason: answer } }) });
  const about = { objectType: 'Application', objectId: report.applicationId, personId: found.application.accountId };
  await writeAudit(tx, viewer, { action: 'answer_card_report', ...about });
  await applyEvents(tx, report.applicationId, ['card.answered'], at);
}

/** Answers the reports whose every difference a correction has taken away. */
export async function answerCorrected(tx: Tx, viewer: Viewer, reports: readonly CardReport[], at: Date): Promise<void> {
  for (const report of reports) {
    const { facts } = await getCase(tx, report.applicationId);
    if (facts.card?.differences.length === 0) await answerReport(tx, viewer, report, null, at);
  }
}
