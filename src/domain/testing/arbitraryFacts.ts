import fc from 'fast-check';
import type { AssignmentFacts, Facts, FieldValue } from '../case/facts';
import { formFor } from '../procedure/document';
import type { Procedure } from '../procedure/shape';
import { indicatorsOf } from '../procedure/tree';
import {
  ADDRESSEES,
  ASSIGNMENT_STATUSES,
  EMPLOYER_CONFIRMATION_STATUSES,
  EMPLOYER_PAPER_STATUSES,
  MEETING_STATUSES,
  OUTCOMES,
  PORTFOLIO_STATUSES,
  type Role,
  SCHEDULE_STATUSES,
  SHEET_STATUSES,
  WITHDRAWAL_STATUSES,
} from '../procedure/vocabulary';

/** Any facts a case of a procedure could show, sensible or not: rules must hold over all of them. */
export function arbitraryFacts(procedure: Procedure): fc.Arbitrary<Facts> {
  const or = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
  const some = (ids: string[]) => fc.subarray(ids);
  const terms = procedure.deadlines.map((d) => d.id);
  const positionId = procedure.positions[0]?.id ?? '';
  const form = formFor(procedure, positionId);
  const indicators = form ? indicatorsOf(form).map((i) => i.id) : [];
  const fileFields = procedure.application.fields.filter((f) => f.type === 'file' || f.type === 'files').map((f) => f.id);
  const assignment: fc.Arbitrary<AssignmentFacts> = fc.record({
    status: fc.constantFrom(...ASSIGNMENT_STATUSES),
    sheet: or(fc.constantFrom(...SHEET_STATUSES)),
  });
  const counts = (ids: string[]) => some(ids).map((chosen) => Object.fromEntries(chosen.map((id) => [id, 1])));
  return fc.record({
    today: fc.constantFrom('2026-11-30', '2028-02-29'),
    status: fc.constantFrom(...procedure.statuses.application.map((s) => s.status)),
    values: fc.boolean().chain((complete) => arbitraryValues(procedure, positionId, complete)),
    fieldFiles: fc.oneof(fc.constant(Object.fromEntries(fileFields.map((id) => [id, 1]))), counts(fileFields)),
    pendingFieldFiles: fc.oneof({ weight: 4, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: some(fileFields) }),
    everSubmitted: fc.boolean(),
    otherOpenForPosition: fc.boolean(),
    number: or(fc.constant('1')),
    portalNumber: or(fc.constant('P1')),
    profileFilled: fc.boolean(),
    card: or(
      fc.record({
        confirmed: fc.boolean(),
        checked: fc.boolean(),
        outOfBounds: fc.boolean(),
        reported: fc.boolean(),
        answers: fc.constant({}),
        unfilledBy: fc.subarray<Role>(['SCHOOL_HR', 'SCHOOL_DEPUTY']),
        differences: some(procedure.application.fields.map(({ id }) => id)).map((ids) =>
          ids.map((fieldId) => ({ fieldId, stated: 'a', onCard: 'b' })),
        ),
      }),
    ),
    signedApplication: fc.boolean(),
    coordinatorActive: fc.boolean(),
    employerConfirmation: or(fc.constantFrom(...EMPLOYER_CONFIRMATION_STATUSES)),
    employerSignatures: fc
      .subarray([...(procedure.employerConfirmation.signers ?? [])])
      .map((signers) => signers.filter((r) => r !== 'SYSTEM')),
    employerPaper: or(fc.constantFrom(...EMPLOYER_PAPER_STATUSES)),
    portfolio: fc.record({
      status: fc.constantFrom(...PORTFOLIO_STATUSES),
      pending: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: some(indicators) }),
      filled: fc.oneof(fc.constant(Object.fromEntries(indicators.map((id) => [id, 1]))), counts(indicators)),
    }),
    assignments: fc.oneof(
      fc.array(assignment, { maxLength: 4 }),
      fc.array(fc.constant<AssignmentFacts>({ status: 'FINAL', sheet: 'FINAL' }), { maxLength: 4 }),
    ),
    openConflicts: fc.nat({ max: 1 }),
    reopened: fc.boolean(),
    furtherExpertPending: fc.boolean(),
    confirmationDay: fc.constantFrom(null, { until: '2026-12-04', past: false }, { until: '2026-11-20', past: true }),
    reviewStarted: fc.boolean(),
    conclusionAttached: fc.boolean(),
    verdict: or(fc.constantFrom('meets', 'does_not_meet')),
    handedOver: fc.boolean(),
    requests: fc.record({ asked: fc.nat({ max: 2 }), awaited: fc.subarray([...ADDRESSEES]) }),
    period: or(fc.constant('p1')),
    scheduleStatus: or(fc.constantFrom(...SCHEDULE_STATUSES)),
    meeting: or(
      fc.record({
        step: fc.constantFrom(...procedure.decision.steps),
        date: fc.constantFrom('2026-10-28', '2026-12-28'),
        status: fc.constantFrom(...MEETING_STATUSES),
      }),
    ),
    quorum: or(fc.boolean()),
    decision: or(fc.constantFrom(...OUTCOMES).map((outcome) => ({ outcome }))),
    order: or(fc.constant({ number: '7', date: '2026-11-20' })),
    withdrawal: or(fc.constantFrom(...WITHDRAWAL_STATUSES)),
    lapsed: some(terms),
    warned: some(terms),
  });
}

function arbitraryValues(procedure: Procedure, positionId: string, complete: boolean): fc.Arbitrary<Facts['values']> {
  const entries = procedure.application.fields.map((field): [string, fc.Arbitrary<FieldValue>] => {
    const good = goodValue(procedure, field.type, positionId, field.options?.map((o) => o.value) ?? []);
    return [field.id, complete ? good : fc.oneof(good, fc.constant(null))];
  });
  return fc.record(Object.fromEntries(entries));
}

function goodValue(procedure: Procedure, type: string, positionId: string, options: string[]): fc.Arbitrary<FieldValue> {
  const fixed: Record<string, FieldValue> = {
    number: '12',
    date: '2020-02-29',
    email: 'a@b.ru',
    phone: '+7 900 000-00-00',
    checkbox: 'true',
    snils: '112-233-445 95',
    position: positionId,
    held_category: 'first',
  };
  if (type === 'select') return fc.constantFrom(...options);
  if (type === 'category') return fc.constantFrom(...procedure.categories.filter((c) => c.offered).map((c) => c.id));
  return fc.constant(fixed[type] ?? 'текст');
}

/** Answers that fill the form of a position for a category without conditions. */
export function goodAnswers(procedure: Procedure, positionId: string): Facts['values'] {
  const one = (field: Procedure['application']['fields'][number]) =>
    fc.sample(
      goodValue(
        procedure,
        field.type,
        positionId,
        (field.options ?? []).slice(0, 1).map((o) => o.value),
      ),
      1,
    )[0] ?? null;
  return Object.fromEntries(procedure.application.fields.map((field) => [field.id, one(field)]));
}
