import { conditionHolds, formProblems } from './applicationForm';
import type { Facts } from './case/facts';
import { dayIn } from './days';
import { eventsOf } from './events';
import { guardProblems } from './guards';
import { portfolioAfter } from './portfolio';
import { type Problem, problem } from './problems';
import type { Form, Procedure, Transition } from './procedure/shape';
import type { Action, ActorRole, ApplicationStatus, DomainEvent, Outcome, PortfolioStatus, Role } from './procedure/vocabulary';
import { reasonProblems } from './reasons';
import { stepAtHand } from './schedule';

/** Who acts; `owns` = the case lies in this person's scope (own case, organisation, municipality, assignment, region). */
export interface Actor {
  role: Role;
  owns: boolean;
}
export const SYSTEM = 'SYSTEM';

/** What an act itself brings; judged together with the facts. */
export interface ActInput {
  reason?: { id: string | null; text: string };
  meeting?: { date: string };
  outcome?: Outcome;
  order?: { number: string; date: string };
  verdict?: string;
  period?: string;
  /** restore: the new end of the term, an ISO day after today. */
  until?: string;
}

export interface Move {
  ok: true;
  from: ApplicationStatus;
  to: ApplicationStatus;
  transition: Transition;
  events: DomainEvent[];
  /** The portfolio's status after the act. */
  portfolio: PortfolioStatus;
}
export type Verdict = Move | { ok: false; problems: Problem[] };

/** Whether an act may be done now, and what it leads to. The one place where a status changes. */
export function decide(
  procedure: Procedure,
  form: Form | null,
  facts: Facts,
  action: Action,
  actor: Actor | typeof SYSTEM,
  now: Date,
  input: ActInput = {},
): Verdict {
  const role = actor === SYSTEM ? SYSTEM : actor.role;
  const here = procedure.transitions.filter((t) => t.from === facts.status && t.action === action);
  if (here.length === 0) return refusal(problem('WRONG_STATUS', [], { status: facts.status, action }));
  const owns = actor === SYSTEM || actor.owns;
  const mine = owns ? waysOf(procedure, facts, role).filter((t) => t.action === action) : [];
  if (mine.length === 0) return refusal(problem('NOT_YOUR_MOVE', [], { action }));

  const known = withInput(procedure, facts, action, input);
  const judged = mine.map((transition) => ({
    transition,
    problems: [...gateProblems(procedure, form, known, transition), ...inputProblems(procedure, transition, input, now)],
  }));
  const best = judged.reduce((a, b) => (b.problems.length < a.problems.length ? b : a));
  return best.problems.length === 0 ? move(procedure, best.transition, facts) : { ok: false, problems: best.problems };
}

/** The system's own next move, tried after every act and every lapsed term, in the order of the file. */
export function systemMove(procedure: Procedure, form: Form | null, facts: Facts): Move | null {
  const open = waysOf(procedure, facts, SYSTEM).find((t) => gateProblems(procedure, form, facts, t).length === 0);
  return open ? move(procedure, open, facts) : null;
}

export interface OpenAction {
  action: Action;
  /** What still keeps it closed; empty = open (its own input may still be missing). */
  problems: Problem[];
  /** Nobody leads the case on from where the act brings it: it cannot be taken back. Left out of acts that are no step of the workflow. */
  final?: boolean;
}

/** Every act of a role in this status with the guards still closed; only what the person owns is to be asked about. */
export function openActions(procedure: Procedure, form: Form | null, facts: Facts, role: ActorRole): OpenAction[] {
  const ways = waysOf(procedure, facts, role);
  return [...new Set(ways.map((t) => t.action))].map((action) => {
    const known = withAssumedInput(procedure, facts, action);
    const mine = ways.filter((t) => t.action === action);
    const lists = mine.map((t) => gateProblems(procedure, form, known, t));
    return {
      action,
      problems: lists.reduce((a, b) => (b.length < a.length ? b : a)),
      final: mine.every((t) => isLast(procedure, t.to)),
    };
  });
}

/** Whether no person may lead a case out of a status; what the clock alone does (archiving) takes nothing back. */
export const isLast = ({ transitions }: Procedure, status: ApplicationStatus): boolean =>
  !transitions.some((t) => t.from === status && t.actor !== SYSTEM);

/** Answers of the form that lead to a status: those on which every way into it depends (Tomsk registers the simplified form apart). */
export function answersToReach({ transitions }: Procedure, target: ApplicationStatus): Record<string, string> {
  const ways = transitions.filter((t) => t.to === target && t.from !== target).map((t) => t.when);
  const [first] = ways;
  const same = ways.every((when) => when?.field === first?.field && when?.equals === first?.equals);
  return same && first?.equals !== undefined ? { [first.field]: first.equals } : {};
}

/** The transitions of a role that leave the present status and fit the form's values. */
export function waysOf(procedure: Procedure, facts: Facts, role: ActorRole): Transition[] {
  return procedure.transitions.filter(
    (t) =>
      t.from === facts.status &&
      t.actor === role &&
      (!t.when || conditionHolds(t.when, facts.values)) &&
      (!t.unless || !conditionHolds(t.unless, facts.values)),
  );
}

function refusal(...problems: Problem[]): Verdict {
  return { ok: false, problems };
}

function move(procedure: Procedure, transition: Transition, facts: Facts): Move {
  return {
    ok: true,
    from: transition.from,
    to: transition.to,
    transition,
    events: eventsOf(procedure, transition, facts),
    portfolio: portfolioAfter(procedure, facts.portfolio.status, transition.action),
  };
}

function gateProblems(procedure: Procedure, form: Form | null, facts: Facts, transition: Transition): Problem[] {
  const term = transition.deadline;
  const timed = term && !facts.lapsed.includes(term) ? [problem('TERM_RUNNING', [], { deadline: term })] : [];
  const sent = transition.action === 'submit' || transition.action === 'resubmit' ? sendingProblems(procedure, form, facts) : [];
  const guards = (transition.guards ?? []).flatMap((guard) => guardProblems(guard, { procedure, form, facts, deadline: term }));
  return [...timed, ...sent, ...guards];
}

/** Sending always needs every required field and no other open application for the position. */
function sendingProblems(procedure: Procedure, form: Form | null, facts: Facts): Problem[] {
  const unserved = facts.values.position && !form ? [problem('POSITION_NOT_SERVED', ['field', 'position'])] : [];
  const second = procedure.application.oneApplicationPerPosition && facts.otherOpenForPosition;
  return [...formProblems(procedure, facts), ...unserved, ...(second ? [problem('OPEN_APPLICATION_EXISTS', ['field', 'position'])] : [])];
}

/** The facts together with what the act brings. */
function withInput(procedure: Procedure, facts: Facts, action: Action, input: ActInput): Facts {
  const step = stepAtHand(procedure, facts.status);
  const brings: Partial<Record<Action, Partial<Facts>>> = {
    put_on_agenda: input.meeting ? { meeting: { step, date: input.meeting.date, status: 'PLANNED' } } : {},
    send_simplified: input.meeting ? { meeting: { step, date: input.meeting.date, status: 'PLANNED' } } : {},
    record_decision: input.outcome ? { decision: { outcome: input.outcome } } : {},
    grant: input.order ? { order: input.order } : {},
    refuse: input.order ? { order: input.order } : {},
    reopen_review: input.reason ? { reopened: true } : {},
    verify: input.verdict ? { verdict: input.verdict } : {},
    schedule: input.period ? { period: input.period } : {},
  };
  return { ...facts, ...brings[action] };
}

/** The facts as they would be if the act's own input were given: what is only missing there closes nothing. */
function withAssumedInput(procedure: Procedure, facts: Facts, action: Action): Facts {
  return withInput(procedure, facts, action, {
    meeting: { date: '9999-12-31' },
    outcome: 'establish',
    order: { number: '-', date: '9999-12-31' },
    reason: { id: null, text: '-' },
    verdict: '-',
    period: '-',
  });
}

function inputProblems(procedure: Procedure, transition: Transition, input: ActInput, now: Date): Problem[] {
  if (transition.actor === SYSTEM) return [];
  const verdicts = procedure.assessment.verdicts ?? [];
  const today = () => dayIn(procedure.region.timezone, now);
  const session = () => (input.meeting && input.meeting.date < today() ? [problem('DATE_IN_PAST', ['input', 'meeting'])] : []);
  const own: Partial<Record<Action, () => Problem[]>> = {
    verify: () => {
      if (!input.verdict) return [problem('REQUIRED', ['input', 'verdict'])];
      return verdicts.some((v) => v.id === input.verdict) ? [] : [problem('VALUE_NOT_LISTED', ['input', 'verdict'])];
    },
    restore: () => {
      if (!input.until) return [problem('REQUIRED', ['input', 'until'])];
      return input.until > today() ? [] : [problem('DATE_IN_PAST', ['input', 'until'])];
    },
    record_decision: () =>
      !input.outcome || procedure.decision.outcomes.includes(input.outcome) ? [] : [problem('VALUE_NOT_LISTED', ['input', 'outcome'])],
    put_on_agenda: session,
    send_simplified: session,
  };
  // Every other act brings at most a reason; which act needs one the procedure says.
  return own[transition.action]?.() ?? reasonProblems(procedure, transition.action, input.reason);
}
