import { lettersFor } from '@/domain/procedure/letterShape';
import { EFFECTS } from './effects';
import { meetExpertTerms, startExpertTerms } from './expertTerms';
import { type Case, getCase } from './facts';
import { writeLetters } from './mail/letters';
import { letterValues, recipientsOf } from './mail/recipients';
import type { Occurrence } from './occurrence';
import type { Tx } from './prisma';
import { meetTerms, startTerms } from './terms';

/**
 * What follows from events of a case, inside the transaction that caused them: rows the procedure asks for, terms that are met or begin, letters.
 * An effect may bring further events; they are handled after those that were given.
 */
export async function applyEvents(tx: Tx, applicationId: string, occurrences: readonly Occurrence[], at: Date): Promise<void> {
  const queue = [...occurrences];
  // The case is read again only after something was written to it.
  let found = queue.length > 0 ? await getCase(tx, applicationId) : null;
  for (let next = queue.shift(); next && found; next = queue.shift()) {
    const occurrence = typeof next === 'string' ? { event: next } : next;
    const effect = EFFECTS[occurrence.event];
    if (effect) {
      queue.push(...(await effect(tx, found, at)));
      found = await getCase(tx, applicationId);
    }
    const expertId = 'expertId' in occurrence ? occurrence.expertId : undefined;
    if (expertId) await meetExpertTerms(tx, found, occurrence.event, expertId, at);
    await startExpertTerms(tx, found, occurrence.event, expertId, at);
    const met = await meetTerms(tx, found, occurrence.event, at);
    const started = await startTerms(tx, found, occurrence.event, at);
    const current: Case = met || started ? await getCase(tx, applicationId) : found;
    found = current;
    // A trial of a procedure writes to nobody.
    const letters = current.application.practice ? [] : lettersFor(current.procedure.letters, occurrence.event);
    for (const letter of letters) {
      const recipients = await recipientsOf(tx, current, letter.recipient, occurrence);
      await writeLetters(tx, letter, {
        regionId: current.application.regionId,
        applicationId,
        recipients,
        values: (language, to) => letterValues(tx, current, { expertId: to.expertId, role: to.role, ...occurrence }, language),
      });
    }
  }
}
