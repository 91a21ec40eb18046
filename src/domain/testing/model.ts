import { assignmentAfter, seatsFor } from '../assignment';
import { openRecordActions } from '../case/acts';
import type { AssignmentFacts, Facts, FieldValue } from '../case/facts';
import { employerAfter, employerPaperAfter } from '../employer';
import { portfolioEditable } from '../portfolio';
import type { Form, Procedure } from '../procedure/shape';
import { indicatorsOf } from '../procedure/tree';
import { ACTORS, type Action, type RecordAction, type Role } from '../procedure/vocabulary';
import { reasonsFor } from '../reasons';
import { stepAtHand } from '../schedule';
import { givesPoints } from '../scoring';
import { decide, type Move, openActions, SYSTEM, systemMove } from '../workflow';
import { as, fullInput, NOW, READY_CARD } from './facts';

/** A case without a database: what each act does to the facts, as the server writes it. Walks over it must never get stuck. */

export interface Choice {
  name: string;
  next: Facts;
}

/** Everything somebody may do with a case now, or that may happen to it, with the facts afterwards. */
export function choicesOf(procedure: Procedure, form: Form, facts: Facts, goodValues: Facts['values']): Choice[] {
  const settled = (name: string, next: Facts): Choice => ({ name, next: settle(procedure, form, next) });
  const choices: Choice[] = [];
  for (const role of ACTORS) {
    if (role === SYSTEM) continue;
    for (const { action, problems } of openActions(procedure, form, facts, role)) {
      if (problems.length > 0) continue;
      const input = fullInput(reasonsFor(procedure, action)[0]?.id ?? null);
      for (const outcome of action === 'record_decision' ? (['establish', 'refuse'] as const) : [undefined]) {
        const verdict = decide(procedure, form, facts, action, as(role), NOW, { ...input, ...(outcome && { outcome }) });
        if (verdict.ok) choices.push(settled(`${role} ${action}`, afterMove(procedure, facts, verdict, outcome)));
      }
    }
    const seats = role === 'EXPERT' ? facts.assignments : [undefined];
    for (const own of seats)
      for (const { action, problems } of openRecordActions(procedure, form, facts, role, own))
        if (problems.length === 0)
          choices.push(settled(`${role} ${action}`, afterRecord(procedure, form, facts, action, role, own, goodValues)));
  }
  return [...choices, ...around(procedure, facts, settled)];
}

/** Acts on records of their own and the passing of time. */
function around(procedure: Procedure, facts: Facts, settled: (name: string, next: Facts) => Choice): Choice[] {
  const choices: Choice[] = [];
  const { meeting } = facts;
  if (meeting?.status === 'PLANNED')
    choices.push(settled('SECRETARY hold_meeting', { ...facts, meeting: { ...meeting, status: 'HELD' }, quorum: true }));
  if (facts.period && facts.scheduleStatus === 'DRAFT')
    choices.push(settled('COORDINATOR approve_schedule_edition', { ...facts, scheduleStatus: 'APPROVED' }));
  // The first day of the period begins the review.
  if (facts.period && !facts.reviewStarted) choices.push(settled('time period', { ...facts, reviewStarted: true }));
  if (facts.status === 'DRAFT' && !isReadyCard(facts.card) && procedure.employerConfirmation.mode === 'card_prefilled')
    choices.push(settled('SCHOOL_HR confirm_card', { ...facts, card: READY_CARD }));
  if (facts.status === 'DRAFT' && !facts.profileFilled) choices.push(settled('TEACHER save_profile', { ...facts, profileFilled: true }));
  const { confirmationDay: day } = facts;
  if (day && !day.past) choices.push(settled('time confirmation', { ...facts, confirmationDay: { ...day, past: true } }));
  const timed = procedure.transitions.filter((t) => t.from === facts.status && t.deadline && !facts.lapsed.includes(t.deadline));
  for (const { deadline } of timed)
    if (deadline)
      choices.push(settled(`time ${deadline}`, { ...facts, lapsed: [...facts.lapsed, deadline], warned: [...facts.warned, deadline] }));
  return choices;
}

const isReadyCard = (card: Facts['card']) => Boolean(card?.confirmed && card.checked && card.differences.length === 0);

function settle(procedure: Procedure, form: Form, start: Facts): Facts {
  let facts = start;
  for (let round = 0; round < 20; round += 1) {
    const move = systemMove(procedure, form, facts);
    if (!move) return facts;
    facts = afterMove(procedure, facts, move);
  }
  throw new Error(`transitions of the system do not end from ${facts.status}`);
}

function afterMove(procedure: Procedure, before: Facts, move: Move, outcome?: 'establish' | 'refuse'): Facts {
  const { action } = move.transition;
  const facts: Facts = { ...before, status: move.to, portfolio: { ...before.portfolio, status: move.portfolio }, lapsed: [], warned: [] };
  for (const event of move.events) {
    if (event === 'application.submitted') facts.everSubmitted = true;
    if (event === 'application.registered' || (event === 'application.submitted' && numberedBySystem(procedure))) facts.number ??= '1';
    if (event === 'application.registered' && procedure.periods.kind === 'monthly_sessions')
      facts.meeting ??= { step: procedure.decision.steps[0] ?? 'final', date: '2026-11-30', status: 'PLANNED' };
    if (event === 'employer.confirmation_requested') facts.employerConfirmation = 'ASKED';
    if (event === 'employer.note_requested') facts.employerPaper ??= 'WAITING';
  }
  // The agenda of another step says nothing about this one.
  if (facts.meeting && facts.meeting.step !== stepAtHand(procedure, facts.status)) facts.meeting = null;
  const brings: Partial<Record<Action, Partial<Facts>>> = {
    put_on_agenda: { meeting: { step: stepAtHand(procedure, before.status), date: '2026-12-28', status: 'PLANNED' } },
    send_simplified: { meeting: { step: stepAtHand(procedure, before.status), date: '2026-12-28', status: 'PLANNED' } },
    record_decision: { decision: { outcome: outcome ?? 'establish' } },
    grant: { order: { number: '1', date: '2026-12-29' } },
    refuse: { order: { number: '1', date: '2026-12-29' } },
    request_information: { requests: { asked: before.requests.asked + 1, awaited: ['AGENCY', 'TEACHER'] } },
    verify: { verdict: 'meets' },
    schedule: { period: before.period },
    withdraw: { withdrawal: 'REGISTERED' },
    reopen_review: givesPoints(procedure)
      ? { reopened: true, assignments: reopenFirst(before.assignments) }
      : { conclusionAttached: false },
  };
  return { ...facts, ...brings[action] };
}

const numberedBySystem = (p: Procedure) => p.transitions.some((t) => t.guards?.includes('registration_number_assigned'));
const reopenFirst = (all: AssignmentFacts[]): AssignmentFacts[] => {
  const first = all.findIndex((a) => a.status === 'FINAL');
  return all.map((a, k) => (k === first ? { status: 'SCORING', sheet: 'REOPENED' } : a));
};

function afterRecord(
  procedure: Procedure,
  form: Form,
  facts: Facts,
  act: RecordAction,
  role: Role,
  own: AssignmentFacts | undefined,
  goodValues: Record<string, FieldValue>,
): Facts {
  const seat = (status: AssignmentFacts['status'] | null, sheet = own?.sheet ?? null): Facts => ({
    ...facts,
    assignments: facts.assignments.map((a) => (a === own && status ? { status, sheet } : a)),
  });
  const moved = (move: Parameters<typeof assignmentAfter>[1]) => (own ? assignmentAfter(own.status, move) : null);
  const appointedTo = (present: AssignmentFacts[]): AssignmentFacts[] => [
    ...present,
    ...seatsFor(procedure, statusesOf(present), 1).map((status): AssignmentFacts => ({ status, sheet: 'EMPTY' })),
  ];
  const lost = (next: Facts): Facts => ({ ...next, openConflicts: facts.openConflicts + 1 });
  switch (act) {
    case 'edit_application':
      return {
        ...facts,
        values: goodValues,
        fieldFiles: Object.fromEntries(filesOf(procedure).map((id) => [id, 1])),
        pendingFieldFiles: [],
      };
    case 'edit_portfolio': {
      if (!portfolioEditable(procedure, facts)) throw new Error('offered and not editable');
      return {
        ...facts,
        portfolio: { ...facts.portfolio, pending: [], filled: Object.fromEntries(indicatorsOf(form).map((i) => [i.id, 1])) },
      };
    }
    case 'report_card':
      return { ...facts, card: facts.card && { ...facts.card, differences: [] } };
    case 'confirm_employer': {
      const signers = procedure.employerConfirmation.signers ?? [];
      const signed = [...facts.employerSignatures, role];
      if (signers.some((s) => s !== SYSTEM && !signed.includes(s))) return { ...facts, employerSignatures: signed };
      return { ...facts, employerSignatures: signed, employerConfirmation: 'CONFIRMED' };
    }
    case 'dispute_employer':
    case 'answer_dispute':
    case 'ask_employer_again':
    case 'escalate_employer':
    case 'confirm_employer_on_paper':
      return {
        ...facts,
        employerSignatures: [],
        employerConfirmation: facts.employerConfirmation && employerAfter(facts.employerConfirmation, act),
      };
    case 'attach_employer_paper':
    case 'accept_employer_paper':
    case 'return_employer_paper':
      return { ...facts, employerPaper: facts.employerPaper && employerPaperAfter(facts.employerPaper, act) };
    case 'answer_information':
      return { ...facts, requests: { ...facts.requests, awaited: facts.requests.awaited.slice(1) } };
    case 'attach_signed_application':
      return { ...facts, signedApplication: true };
    case 'record_portal_number':
      return { ...facts, portalNumber: '1' };
    case 'set_period':
      return { ...facts, period: 'p1', scheduleStatus: 'DRAFT' };
    case 'appoint_experts':
      return { ...facts, openConflicts: Math.max(0, facts.openConflicts - 1), assignments: appointedTo(facts.assignments) };
    case 'replace_expert': {
      const index = facts.assignments.findIndex((a) => assignmentAfter(a.status, 'replace_expert'));
      return {
        ...facts,
        assignments: appointedTo(facts.assignments.map((a, k) => (k === index ? { ...a, status: 'REPLACED' as const } : a))),
      };
    }
    case 'waive_conflict':
      return { ...facts, openConflicts: 0 };
    case 'confirm_participation':
      return { ...seat(moved('confirm_participation')), confirmationDay: facts.confirmationDay ?? { until: '2026-12-04', past: false } };
    case 'decline_assignment':
      return own?.status === 'INVITED' ? seat('DECLINED') : lost(seat('DECLINED'));
    case 'declare_conflict':
      return lost(seat('CONFLICT'));
    case 'start_scoring':
      return { ...seat('SCORING', 'DRAFT'), reviewStarted: true };
    case 'save_score':
      return seat('SCORING', own?.sheet === 'REOPENED' ? 'REOPENED' : 'DRAFT');
    case 'finish_sheet':
      return { ...seat('FINAL', 'FINAL'), reopened: false };
    case 'reopen_sheet':
      return { ...facts, reopened: true, assignments: reopenFirst(facts.assignments) };
    case 'attach_conclusion':
      return { ...facts, conclusionAttached: true };
    case 'hand_over':
      return { ...facts, handedOver: true };
    case 'form_withdrawal':
      return { ...facts, withdrawal: 'FORMED' };
    case 'attach_withdrawal':
      return { ...facts, withdrawal: 'ATTACHED' };
    case 'send_withdrawal':
      return { ...facts, withdrawal: 'SENT' };
    case 'register_withdrawal':
      return { ...facts, withdrawal: 'REGISTERED' };
    case 'decline_withdrawal':
      return { ...facts, withdrawal: 'DECLINED' };
    // Acts on another record than the case: the walks do them there.
    case 'set_dates':
    case 'approve_schedule_edition':
    case 'change_schedule':
    case 'confirm_card':
    case 'check_card':
    case 'answer_card_report':
    case 'plan_meeting':
    case 'notice_meeting':
    case 'hold_meeting':
    case 'sign_protocol':
    case 'publish_order':
      return facts;
  }
}

const statusesOf = (all: AssignmentFacts[]) => all.map((a) => a.status);
const filesOf = (procedure: Procedure) =>
  procedure.application.fields.filter((f) => f.type === 'file' || f.type === 'files').map((f) => f.id);
