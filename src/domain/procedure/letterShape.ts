import { z } from 'zod';
import { EVENTS, ROLES } from './vocabulary';
import { id, label, source } from './words';

/** Who gets a letter: a role of the case, or ACCOUNT = the person the event is about. */
const RECIPIENTS = [...ROLES, 'ACCOUNT'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** letters.yaml: one letter = the event that sends it, who gets it, both languages. */
export const letter = z.strictObject({
  id,
  event: z.enum(EVENTS),
  recipient: z.enum(RECIPIENTS),
  channel: z.literal('email'),
  subject: label,
  body: label,
  source,
});
export type Letter = z.infer<typeof letter>;

export const lettersShape = z.strictObject({ letters: z.array(letter).min(1) });

/** What a letter may name; the terms of the procedure come on top as deadline.<id>.date and deadline.<id>.days. */
export const PLACEHOLDERS = [
  'greeting',
  'system.contact',
  'account.login',
  'account.password',
  'account.role',
  'teacher.firstName',
  'teacher.patronymic',
  'teacher.fullName',
  'teacher.position',
  'teacher.phone',
  'application.number',
  'application.stateNumber',
  'application.status',
  'application.statusChangedOn',
  'application.submittedOn',
  'application.registeredOn',
  'application.refusalReason',
  'application.returnReason',
  'employer.disputeReason',
  'withdrawal.reason',
  'withdrawal.declineReason',
  'expert.fullName',
  'expert.declineReason',
  'experts.names',
  'inviter.fullName',
  'period.label',
  'session.date',
  'decision.text',
  'decision.orderNumber',
  'decision.orderDate',
  'counts.pendingConclusions',
  'card.differences',
  'card.answer',
  'links.card',
  'links.cabinet',
  'links.activation',
  'links.support',
  'links.confirmation',
  'links.invitation',
  'links.review',
  'links.procedure',
  'links.deleteRegistration',
  'links.passwordReset',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const MARK = /\{\{([^}]+)\}\}/g;

/** The placeholders a text uses, in order, repeated ones included. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(MARK)].map((match) => (match[1] ?? '').trim());
}

/** A name with the sign of a number before it, e.g. « № {{application.number}}». */
const NUMBERED = /\s*(?:№|No\.)\s*\{\{([^}]+)\}\}/g;

/** Fills in a letter's text; a name without a value stays empty, with the sign of a number before it, so that no mark ever leaves the house. */
export function fillIn(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text
    .replace(NUMBERED, (whole, name: string) => (values[name.trim()] ? whole : ''))
    .replace(MARK, (_, name: string) => values[name.trim()] ?? '');
}

/** The letters an event sends, by recipient. */
export function lettersFor(letters: readonly Letter[], event: Letter['event']): Letter[] {
  return letters.filter((l) => l.event === event);
}
