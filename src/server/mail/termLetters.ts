import { formatDay } from '@/domain/days';
import type { Procedure } from '@/domain/procedure/shape';
import type { Deadline } from '@/generated/prisma/client';
import { findCase, isoDay } from '../facts';
import type { Tx } from '../prisma';
import { type Recipient, toAccount, writeLetters } from './letters';
import { letterValues, recipientsOf } from './recipients';
import { writeRegionLetter } from './regionLetters';

/** Writes the letter of a term (a warning, a reminder) by its id; a letter the procedure does not have is not sent. */
export async function writeTermLetter(tx: Tx, row: Deadline, procedure: Procedure, letterId: string): Promise<void> {
  const letter = procedure.letters.find((l) => l.id === letterId);
  if (!letter) return;
  const found = row.applicationId ? await findCase(tx, row.applicationId) : null;
  // A trial of a procedure writes to nobody.
  if (found?.application.practice) return;
  if (found) {
    const seat = found.application.assignments.find((a) => a.id === row.assignmentId);
    const about = { event: letter.event, ...(seat && { expertId: seat.expertId }) };
    const recipients = await recipientsOf(tx, found, letter.recipient, about);
    const values = (language: 'ru' | 'en', to: Recipient) =>
      letterValues(
        tx,
        found,
        { event: letter.event, ...(to.expertId && { expertId: to.expertId }), ...(to.role && { role: to.role }) },
        language,
      );
    return writeLetters(tx, letter, { regionId: row.regionId, applicationId: found.application.id, recipients, values });
  }
  if (!row.accountId) return writeRegionLetter(tx, row, letter);
  const account = await tx.account.findUniqueOrThrow({ where: { id: row.accountId } });
  return writeLetters(tx, letter, {
    regionId: row.regionId,
    applicationId: null,
    recipients: [toAccount(account)],
    values: (language) => ({
      'account.login': account.login,
      'teacher.firstName': account.firstName,
      'teacher.patronymic': account.patronymic,
      [`deadline.${row.termId}.date`]: formatDay(isoDay(row.untilDate), language),
    }),
  });
}
