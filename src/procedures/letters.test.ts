import { describe, expect, it } from 'vitest';
import { emptyFacts } from '@/domain/case/facts';
import { eventsOf } from '@/domain/events';
import type { Letter } from '@/domain/procedure/letterShape';
import { placeholdersIn } from '@/domain/procedure/letterShape';
import type { Procedure } from '@/domain/procedure/shape';
import type { Action, DomainEvent } from '@/domain/procedure/vocabulary';
import { RIGHTS } from '@/domain/rights';
import { publishedNames, publishedProcedure } from './testing/published';

const letters = (p: Procedure, event: DomainEvent, to?: Letter['recipient'] | 'SYSTEM') =>
  p.letters.filter((l) => l.event === event && (!to || l.recipient === to));
const does = (p: Procedure, action: Action) => p.transitions.some((t) => t.action === action);
const uses = (letter: Letter) => placeholdersIn(`${letter.subject.ru} ${letter.body.ru}`);

/** What the teacher must hear of, and the fact the letter may not miss. */
const TEACHER: [Action, DomainEvent, string][] = [
  ['refuse_intake', 'application.intake_refused', 'application.refusalReason'],
  ['return_for_correction', 'application.returned', 'deadline.correction.date'],
  ['put_on_agenda', 'session.scheduled', 'session.date'],
  ['grant', 'decision.published', 'decision.text'],
];

const SENDING: readonly Action[] = ['submit', 'resubmit'];

describe.each(publishedNames())('letters of %s', (name) => {
  const p = publishedProcedure(name);
  const { experts } = p.assessment;

  it.each(TEACHER)('tell the teacher: %s', (action, event, fact) => {
    if (!does(p, action)) return;
    const told = letters(p, event, 'TEACHER');
    expect(told, event).not.toEqual([]);
    expect(told.flatMap(uses)).toContain(fact);
  });
  it('write to the teacher on every status he does not choose himself, and on his sending', () => {
    const silent = p.transitions.filter((way) => {
      if (way.from === way.to || (way.actor === 'TEACHER' && !SENDING.includes(way.action))) return false;
      const told = eventsOf(p, way, { ...emptyFacts(), number: way.action === 'submit' ? null : '1' });
      // The withdrawal that is registered closes the case: its own letter says so.
      if (way.guards?.includes('withdrawal_registered')) told.push('withdrawal.registered');
      return !told.some((event) => letters(p, event, 'TEACHER').length > 0);
    });
    expect(silent.map(({ from, to, action }) => `${action}: ${from} to ${to}`)).toEqual([]);
  });
  it('name the teacher the fact his school disputes, the term, and the way on', () => {
    if (!p.statuses.employerConfirmation?.some(({ status }) => status === 'DISPUTED')) return;
    const told = letters(p, 'employer.refused', 'TEACHER').flatMap(uses);
    const term = p.deadlines.find(({ from }) => from === 'employer.refused');
    expect(told).toEqual(expect.arrayContaining(['employer.disputeReason', `deadline.${term?.id}.date`, 'links.cabinet']));
  });
  it.each([
    ['TEACHER', /^links\.(procedure|confirmation|review|invitation|card)$/],
    ['EXPERT', /^links\.(procedure|confirmation|card)$/],
  ])('lead the %s to no page of others who work on the case', (recipient, foreign) => {
    const told = p.letters.filter((letter) => letter.recipient === recipient && uses(letter).some((name) => foreign.test(name)));
    expect(told.map(({ id }) => id)).toEqual([]);
  });
  it('put no name behind a Russian word that would decline it', () => {
    const declined = p.letters.filter(({ subject, body }) => /\p{L} +\{\{(?:teacher|expert)\.fullName/u.test(`${subject.ru} ${body.ru}`));
    expect(declined.map(({ id }) => id)).toEqual([]);
  });
  it('tell the teacher that the application is registered', () =>
    expect([...letters(p, 'application.registered', 'TEACHER'), ...letters(p, 'application.status_changed', 'TEACHER')]).not.toEqual([]));
  it('name a term of three working days for the result', () => {
    const term = p.deadlines.find((d) => d.metBy?.includes('decision.published') && d.amount === 3);
    expect(term).toMatchObject({ unit: 'working_days', onExpiry: 'flag' });
  });
  it('bring every issued account its login and one-time password, and a way to a new one', () => {
    const issued = p.accounts.filter((a) => a.mode === 'issued_by_operator');
    for (const { role } of issued) {
      const own = letters(p, 'account.invited', role);
      const [letter] = own.length > 0 ? own : letters(p, 'account.invited', 'ACCOUNT');
      expect(letter && uses(letter), role).toEqual(expect.arrayContaining(['account.login', 'account.password']));
    }
    expect(letters(p, 'account.password_reset').flatMap(uses)).toContain('links.passwordReset');
  });
  it('bring every invited role a link of its own', () => {
    for (const { role } of p.accounts.filter((a) => a.mode === 'invitation')) {
      const [letter] = letters(p, 'account.invited', role);
      expect(letter && uses(letter), role).toContain('links.invitation');
    }
  });
  it('name the telephone only to those who read contacts by then', () => {
    const reads = ({ recipient, event }: Letter) =>
      recipient === 'ACCOUNT' ||
      RIGHTS[recipient].contact ||
      (event !== 'expert.invited' && p.rights.some(({ kind, to }) => kind === 'contact' && to.includes(recipient)));
    expect(p.letters.filter((letter) => uses(letter).includes('teacher.phone') && !reads(letter)).map(({ id }) => id)).toEqual([]);
  });
  it('tell the expert of his appointment, the opening, and that he is no longer needed; and who appoints of a refusal', () => {
    const [call] = letters(p, experts.invitation ? 'expert.invited' : 'expert.assigned', 'EXPERT');
    expect(call && uses(call)).toContain(experts.invitation ? 'links.invitation' : 'links.review');
    if (experts.confirmBy) expect(call && uses(call)).toContain(`deadline.${experts.confirmBy}.date`);
    expect(letters(p, 'expert.review_opened', 'EXPERT').flatMap(uses)).toContain('links.review');
    expect(letters(p, 'expert.released', 'EXPERT')).toHaveLength(1);
    expect(letters(p, 'expert.declined', experts.selectedBy)).toHaveLength(1);
    if (experts.idleAfter) expect(p.deadlines.find((d) => d.id === experts.idleAfter)?.warn?.letter).toBeDefined();
  });
  it('ask the school for what it owes', () => {
    const asks = {
      confirm_facts: 'employer.confirmation_requested',
      sign_portfolio: 'employer.confirmation_requested',
      analytical_note: 'employer.note_requested',
    };
    const event = asks[p.employerConfirmation.mode as keyof typeof asks] as DomainEvent | undefined;
    for (const role of event ? (p.employerConfirmation.signers ?? p.employerConfirmation.answeredBy ?? []) : [])
      expect(letters(p, event as DomainEvent, role), role).not.toEqual([]);
  });
  it('are plain: no pleading, no blame', () => {
    for (const letter of p.letters) expect(`${letter.subject.ru} ${letter.body.ru}`, letter.id).not.toMatch(/пожалуйста|ошибк/i);
  });
});
