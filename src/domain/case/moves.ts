import { guardProblems } from '../guards';
import type { Problem, ProblemCode } from '../problems';
import type { Form, Procedure, Transition } from '../procedure/shape';
import type { Action, ActorRole, DomainEvent, Role } from '../procedure/vocabulary';
import { openActions, waysOf } from '../workflow';
import { openRecordActions } from './acts';
import { ACT_TABLE, type Act, leadsOnward } from './actTable';
import type { Facts } from './facts';
import { ASSESSING, isIn, MEETING_AHEAD, SCHEDULE_APPROVED, TO_SCHEDULE } from './groups';

/**
 * Whose move it is: the acts that a case waits for, from the ways that lead on and what keeps them closed, and from the records that wait by
 * themselves. A move is somebody's own now when the act is open to him: the same table answers what waits, whose it is and what is open.
 */

export interface NextMove {
  action: Act;
  /** Whom the case waits for; it may not be possible yet (a meeting whose day is to come). */
  roles: Role[];
  /** Who of them can do it now. */
  movers: Mover[];
  /** The term that waits for it, when the procedure has one. */
  deadlineId: string | null;
}
export interface Mover {
  role: Role;
  /** An expert: the place of his assignment among those of the case; null for who moves by his role alone. */
  seat: number | null;
}

/** Gates that say "another way is meant": such a transition is nobody's move. */
const OTHER_WAY: readonly ProblemCode[] = [
  'DECISION_NOT_GRANTING',
  'DECISION_NOT_REFUSING',
  'ALREADY_SUBMITTED',
  'NEVER_SUBMITTED',
  'COORDINATOR_REGISTERS',
];
/** Acts that a record waits for by itself, whatever the ways of the case say. */
const DUE_ACTS = (Object.keys(ACT_TABLE) as Act[]).filter((act) => ACT_TABLE[act].expected?.due);

/** The moves a case waits for, the actor of the next stage first; empty when the case has ended. */
export function whoseMove(procedure: Procedure, form: Form | null, facts: Facts): NextMove[] {
  const moves: NextMove[] = [];
  const add = (actors: readonly (ActorRole | undefined)[], action: Act, deadlineId: string | null) => {
    const roles = [...new Set(actors)].filter((r): r is Role => r !== undefined && r !== 'SYSTEM');
    const known = moves.find((m) => m.action === action);
    // The same act may be another role's as well.
    if (known) known.roles = [...new Set([...known.roles, ...roles])];
    else if (roles.length > 0) moves.push({ roles, action, deadlineId, movers: [] });
  };
  for (const way of onward(procedure, facts)) {
    // Nobody waits for a coordinator that the municipality does not have: who stands in for him moves.
    if (way.actor === 'COORDINATOR' && !facts.coordinatorActive) continue;
    // The session that an act in the same status sets is set: it may be changed, nobody waits for that.
    if (way.records === 'session' && facts.meeting) continue;
    const problems = openActions(procedure, form, facts, way.actor).find((o) => o.action === way.action)?.problems ?? [];
    if (problems.some((p) => OTHER_WAY.includes(p.code))) continue;
    const openers = openersOf(problems, procedure, facts);
    if (openers.length === 0) add([way.actor], way.action, termOf(procedure, facts, way));
    // The opener that is the way itself comes first: the teacher fills his portfolio while the school is asked.
    for (const { action, of, leadsTo } of [...openers].sort((a, b) => Number(b.action === way.action) - Number(a.action === way.action))) {
      const own = action === way.action || !leadsTo;
      add(of, action, own ? termOf(procedure, facts, way) : metBy(procedure, leadsTo));
    }
  }
  for (const action of DUE_ACTS) {
    const { due, of, leadsTo } = ACT_TABLE[action].expected ?? {};
    const roles = due?.(procedure, facts) && of ? of(procedure, facts) : [];
    const open = roles.filter((role) => role && role !== 'SYSTEM' && moversOf(procedure, form, facts, action, [role]).length > 0);
    add(open, action, metBy(procedure, leadsTo));
  }
  return moves.map((move) => ({ ...move, movers: moversOf(procedure, form, facts, move.action, move.roles) }));
}

function onward(procedure: Procedure, facts: Facts): Transition[] {
  const actors = [...new Set(procedure.transitions.filter((t) => t.from === facts.status).map((t) => t.actor))];
  const ways = actors.flatMap((actor) => waysOf(procedure, facts, actor));
  return ways.filter((t) => leadsOnward(t.action)).sort((a, b) => procedure.transitions.indexOf(a) - procedure.transitions.indexOf(b));
}

/** Who is expected to remove what keeps a way closed. */
function openersOf(problems: readonly Problem[], procedure: Procedure, facts: Facts) {
  return problems.flatMap(({ code }) =>
    (Object.keys(ACT_TABLE) as Act[]).flatMap((action) => {
      const { opens, of, leadsTo } = ACT_TABLE[action].expected ?? {};
      const roles = opens?.includes(code) && of ? of(procedure, facts) : [];
      return roles.length > 0 ? [{ action, of: roles, leadsTo }] : [];
    }),
  );
}

/** Who of some roles can do an act now. */
function moversOf(procedure: Procedure, form: Form | null, facts: Facts, action: Act, roles: readonly Role[]): Mover[] {
  return roles.flatMap((role): Mover[] => {
    // What his own form or portfolio lacks keeps an act closed and is still the teacher's to mend: the act leads him there.
    if (role === 'TEACHER') return [{ role, seat: null }];
    if (role !== 'EXPERT') return isOpenTo(procedure, form, facts, action, role) ? [{ role, seat: null }] : [];
    return facts.assignments.flatMap((own, seat) => {
      const takesPart = action === 'confirm_participation' || isIn(own.status, ASSESSING);
      return takesPart && isOpenTo(procedure, form, facts, action, role, own) ? [{ role, seat }] : [];
    });
  });
}

/** Acts of a case that are done on another record than the case: on a meeting, a schedule, a card. */
const DONE_ELSEWHERE: Partial<Record<Act, (state: { procedure: Procedure; form: Form | null; facts: Facts }) => boolean>> = {
  plan_meeting: () => true,
  hold_meeting: ({ facts: { meeting, today } }) => meeting !== null && isIn(meeting.status, MEETING_AHEAD) && meeting.date <= today,
  // An edition takes in who has a period and his experts.
  approve_schedule_edition: (state) =>
    isIn(state.facts.status, TO_SCHEDULE) &&
    state.facts.period !== null &&
    !isIn(state.facts.scheduleStatus ?? '', SCHEDULE_APPROVED) &&
    guardProblems('experts_confirmed', state).length === 0,
  confirm_card: () => true,
  check_card: () => true,
  answer_card_report: () => true,
};

/** Whether an act of a case is done on another record, by the rules of that one. */
export const isDoneElsewhere = (act: Act): boolean => act in DONE_ELSEWHERE;

function isOpenTo(
  procedure: Procedure,
  form: Form | null,
  facts: Facts,
  action: Act,
  role: Role,
  own?: Facts['assignments'][number],
): boolean {
  const elsewhere = DONE_ELSEWHERE[action];
  if (elsewhere) return elsewhere({ procedure, form, facts });
  const offered = [...openActions(procedure, form, facts, role), ...openRecordActions(procedure, form, facts, role, own)];
  return offered.some((act) => act.action === action && act.problems.length === 0);
}

const EVENT_OF: Partial<Record<Action, DomainEvent>> = {
  submit: 'application.submitted',
  resubmit: 'application.resubmitted',
  accept: 'application.accepted',
  admit: 'application.admitted',
  submit_portfolio: 'portfolio.sent',
  put_on_agenda: 'decision.recorded',
  record_decision: 'decision.recorded',
  grant: 'decision.published',
  refuse: 'decision.published',
};

/** The term of a way: the one that ends this status, else the one its event meets. */
function termOf(procedure: Procedure, facts: Facts, way: Transition): string | null {
  const locking = procedure.transitions.find((t) => t.from === facts.status && t.deadline)?.deadline;
  return (way.actor === 'TEACHER' && locking) || metBy(procedure, EVENT_OF[way.action]);
}

function metBy(procedure: Procedure, event: DomainEvent | undefined): string | null {
  return procedure.deadlines.find((term) => event && term.metBy?.includes(event))?.id ?? null;
}
