import { formatDay } from '@/domain/days';
import type { Letter } from '@/domain/procedure/letterShape';
import type { Deadline } from '@/generated/prisma/client';
import { isoDay } from '../facts';
import { countOwed } from '../owedConclusions';
import type { Tx } from '../prisma';
import { LETTER_ACCOUNT, toAccount, writeLetters } from './letters';

/** The letter of a term of the whole region, to everybody of its role who still has conclusions to hand over: each hears about his own municipality. */
export async function writeRegionLetter(tx: Tx, row: Deadline, letter: Letter): Promise<void> {
  const { regionId } = row;
  const people = await tx.roleAssignment.findMany({
    where: { regionId, role: letter.recipient, removedAt: null },
    select: { municipalityId: true, account: { select: LETTER_ACCOUNT } },
  });
  for (const { municipalityId, account } of people) {
    const count = await countOwed(tx, regionId, municipalityId);
    if (count === 0) continue;
    await writeLetters(tx, letter, {
      regionId,
      applicationId: null,
      recipients: [toAccount(account)],
      values: (language) => ({
        'counts.pendingConclusions': String(count),
        [`deadline.${row.termId}.date`]: formatDay(isoDay(row.untilDate), language),
      }),
    });
  }
}
