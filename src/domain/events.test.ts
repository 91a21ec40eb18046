import { describe, expect, it } from 'vitest';
import type { Facts } from './case/facts';
import { eventsOf } from './events';
import type { Transition } from './procedure/shape';
import { fullFacts } from './testing/facts';
import { madeUpRegion } from './testing/region';

const way = (from: Transition['from'], to: Transition['to'], action: Transition['action']): Transition => ({
  from,
  to,
  action,
  actor: 'TEACHER',
});
const events = (t: Transition, changes: Partial<Facts> = {}, procedure = madeUpRegion) =>
  eventsOf(procedure, t, fullFacts(changes)).filter((e) => e !== 'application.status_changed');
const asking = (requestedOn: 'application.registered' | null, mode: 'confirm_facts' | 'analytical_note' | 'none' = 'confirm_facts') => ({
  ...madeUpRegion,
  employerConfirmation: { ...madeUpRegion.employerConfirmation, requestedOn, mode },
});

describe('the events of an act', () => {
  it.each<[string, Transition, Partial<Facts>, ReturnType<typeof asking>, string[]]>([
    [
      'sending registers at once where the table says so',
      way('DRAFT', 'REGISTERED', 'submit'),
      { number: null },
      asking(null),
      ['application.submitted', 'application.registered'],
    ],
    [
      'and the school is asked the same day',
      way('DRAFT', 'REGISTERED', 'submit'),
      { number: null },
      asking('application.registered'),
      ['application.submitted', 'application.registered', 'employer.confirmation_requested'],
    ],
    [
      'or its note',
      way('SUBMITTED', 'REGISTERED', 'register'),
      {},
      asking('application.registered', 'analytical_note'),
      ['application.registered', 'employer.note_requested'],
    ],
    ['or nothing', way('SUBMITTED', 'REGISTERED', 'register'), {}, asking('application.registered', 'none'), ['application.registered']],
    [
      'sending again does not register again',
      way('RETURNED', 'REGISTERED', 'resubmit'),
      {},
      asking('application.registered'),
      ['application.resubmitted'],
    ],
    [
      'but asks a school that was changed',
      way('RETURNED', 'REGISTERED', 'resubmit'),
      { employerConfirmation: 'NOT_ASKED' },
      asking('application.registered'),
      ['application.resubmitted', 'employer.confirmation_requested'],
    ],
    ['the attestation starts once', way('READY', 'EXPERTISE', 'open_review'), {}, asking(null), ['review.opened', 'expert.review_opened']],
    [
      'also without the stage before it',
      way('PREPARATION', 'EXPERTISE', 'open_review'),
      {},
      asking(null),
      ['review.opened', 'expert.review_opened', 'attestation.started'],
    ],
    [
      'and for the simplified form',
      way('REGISTERED', 'MEETING_SET', 'send_simplified'),
      {},
      asking(null),
      ['session.scheduled', 'attestation.started'],
    ],
    [
      'a withdrawal releases everybody',
      way('READY', 'WITHDRAWN', 'withdraw'),
      {},
      asking(null),
      ['application.withdrawn', 'employer.released', 'expert.released', 'application.closed'],
    ],
  ])('%s', (_, t, changes, procedure, expected) => expect(events(t, changes, procedure)).toEqual(expected));

  it('tell of a changed status only when it changed', () => {
    expect(eventsOf(madeUpRegion, way('READY', 'READY', 'verify'), fullFacts())).toEqual([]);
  });
});
