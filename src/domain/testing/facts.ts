import type { CardFacts } from '../cardMatch';
import { emptyFacts, type Facts } from '../case/facts';
import type { Role } from '../procedure/vocabulary';
import type { ActInput, Actor } from '../workflow';

/** A moment of the tests: a Tuesday, and working. */
export const NOW = new Date('2026-11-24T09:00:00Z');

/** A card that keeps nothing closed. */
export const READY_CARD: CardFacts = {
  confirmed: true,
  checked: true,
  unfilledBy: [],
  outOfBounds: false,
  differences: [],
  answers: {},
  reported: false,
};

/** Answers that fill the made-up region's form for the first category. */
export const ANSWERS: Facts['values'] = {
  last_name: 'Вострикова',
  first_name: 'Людмила',
  email: 'l@example.org',
  organisation: 'school-1',
  position: 'teacher',
  requested_category: 'first',
  attestation_form: 'in_person',
};

/** Facts with everything a case could have; tests take away what they are about. */
export function fullFacts(changes: Partial<Facts> = {}): Facts {
  return {
    ...emptyFacts(),
    values: ANSWERS,
    everSubmitted: true,
    number: '99-2026-00001',
    card: READY_CARD,
    signedApplication: true,
    employerConfirmation: 'CONFIRMED',
    employerPaper: 'ATTACHED',
    portfolio: { status: 'DRAFT', pending: [], filled: { table: 1, talks: 2 } },
    assignments: [
      { status: 'FINAL', sheet: 'FINAL' },
      { status: 'FINAL', sheet: 'FINAL' },
    ],
    reviewStarted: true,
    conclusionAttached: true,
    verdict: 'meets',
    handedOver: true,
    requests: { asked: 1, awaited: [] },
    period: 'p1',
    scheduleStatus: 'APPROVED',
    ...changes,
  };
}

/** An input that leaves nothing of an act's own part missing. */
export function fullInput(reasonId: string | null): ActInput {
  return {
    reason: { id: reasonId, text: 'Три слова объяснения здесь' },
    meeting: { date: '2026-12-28' },
    outcome: 'establish',
    order: { number: '1', date: '2026-12-28' },
    verdict: 'meets',
    period: 'p1',
    until: '2026-12-31',
  };
}

export const as = (role: Role, owns = true): Actor => ({ role, owns });
