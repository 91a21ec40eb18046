import { mayLeadBack } from '../../case/actTable';
import { givesPoints } from '../../scoring';
import type { Transition } from '../shape';
import { type ActorRole, type ApplicationStatus, EXPERT_GUARDS, EXPIRY_TARGETS, type Guard, MEETING_STATUSES_OF_ACTS } from '../vocabulary';
import { type Checked, duplicatesIn, type Report, SAYS_DELETED } from './fault';
import { checkCondition } from './intake';

const REQUIRED_STATUSES: readonly ApplicationStatus[] = [
  'DRAFT',
  'REGISTERED',
  'EXPERTISE',
  'EXPERTISE_DONE',
  'MEETING_SET',
  'DECIDED',
  'GRANTED',
  'REFUSED',
  'INTAKE_REFUSED',
  'WITHDRAWN',
];
/** A guard that needs words for a sub-record's statuses, and the machine it needs. */
const GUARD_MACHINE: Partial<Record<Guard, 'employerConfirmation' | 'employerPaper' | 'schedule'>> = {
  employer_confirmed: 'employerConfirmation',
  employer_note_attached: 'employerPaper',
  schedule_approved: 'schedule',
};
/** A status that may only be entered through a guard. */
const ENTERED_WITH: Partial<Record<ApplicationStatus, readonly Guard[]>> = {
  EXPERTISE: ['experts_confirmed', 'review_reopened'],
  EXPERTISE_DONE: ['all_experts_scored'],
  MEETING_SET: ['session_set'],
  EXPIRED: ['warnings_sent'],
};

/** Statuses and transitions: every status worded, reachable and no dead end; the system guarded and never in a circle. */
export function checkCourse(checked: Checked, err: Report): void {
  const p = checked.file;
  const statuses = new Map(p.statuses.application.map((s) => [s.status, s]));
  const at = (status: ApplicationStatus) => ['statuses', 'application', p.statuses.application.findIndex((s) => s.status === status)];
  for (const [machine, list] of Object.entries(p.statuses))
    for (const status of duplicatesIn<string>((list ?? []).map((s) => s.status))) err(['statuses', machine], `${status} twice`);
  for (const status of REQUIRED_STATUSES) if (!statuses.has(status)) err(['statuses', 'application'], `${status} missing`);

  for (const s of statuses.values()) {
    if (s.may?.includes('edit_application') && !['DRAFT', 'RETURNED'].includes(s.status) && !s.resubmittable)
      err(at(s.status), 'the application is edited only in DRAFT, RETURNED or a resubmittable status');
    for (const when of duplicatesIn((s.labels ?? []).map((l) => l.when))) err([...at(s.status), 'labels'], `${when} twice`);
    for (const l of [s.label, ...(s.labels ?? []).map((x) => x.label)])
      if (SAYS_DELETED.test(`${l.ru} ${l.en}`)) err(at(s.status), 'a label must not say that materials are deleted');
  }
  if (statuses.get('EXPIRED')?.terminal) err(at('EXPIRED'), 'EXPIRED is never terminal: the operator can restore it');
  if (statuses.has('EXPIRED') && !p.transitions.some((t) => t.from === 'EXPIRED' && t.action === 'restore' && t.actor === 'OPERATOR'))
    err(at('EXPIRED'), 'no transition restore by OPERATOR');

  p.transitions.forEach((t, k) => {
    checkTransition(checked, t, k, err);
    for (const end of ['from', 'to'] as const)
      if (!statuses.has(t[end])) err(['transitions', k, end], `${t[end]} has no word in statuses.application`);
    if (statuses.get(t.from)?.terminal) err(['transitions', k, 'from'], `leaves the terminal status ${t.from}`);
  });

  const reached = reachable(p.transitions);
  for (const s of statuses.values()) {
    if (!reached.has(s.status)) err(at(s.status), `${s.status} cannot be reached`);
    if (!s.terminal && !p.transitions.some((t) => t.from === s.status && t.to !== t.from))
      err(at(s.status), `${s.status} is a dead end but not terminal`);
  }
  const circle = systemCircle(p.transitions);
  if (circle) err(['transitions'], `transitions of SYSTEM alone run in a circle from ${circle}`);

  if (p.schemaVersion >= 3) {
    p.statuses.meeting?.forEach((s, k) => {
      if (!MEETING_STATUSES_OF_ACTS.includes(s.status))
        err(['statuses', 'meeting', k], `no act makes a meeting ${s.status}: the word is never shown`);
    });
    checkOrderOfLine(p, err);
  }
  const inLine = p.caseLine.flatMap((step) => step.statuses);
  for (const status of duplicatesIn(inLine)) err(['caseLine'], `${status} twice`);
  p.caseLine.forEach((step, k) => {
    for (const status of step.statuses) if (!statuses.has(status)) err(['caseLine', k], `${status} has no word in statuses.application`);
    if (step.deadline && !p.deadlines.some((d) => d.id === step.deadline))
      err(['caseLine', k, 'deadline'], `unknown term ${step.deadline}`);
  });
}

/** The steps of the line above a case stand in the order in which the case goes through them. */
function checkOrderOfLine(p: Checked['file'], err: Report): void {
  const step = (status: ApplicationStatus) => p.caseLine.findIndex((s) => s.statuses.includes(status));
  p.transitions.forEach((t) => {
    const [from, to] = [step(t.from), step(t.to)];
    if (from < 0 || to < 0 || from <= to || mayLeadBack(t.action)) return;
    err(['caseLine', to], `${p.caseLine[to]?.id} stands before ${p.caseLine[from]?.id}, but ${t.from} leads to ${t.to}`);
  });
}

function checkTransition({ file: p }: Checked, t: Transition, k: number, err: Report): void {
  const path = ['transitions', k];
  const guards = t.guards ?? [];
  const term = p.deadlines.find((d) => d.id === t.deadline);
  if (!p.roles.some((r) => r.key === t.actor)) err([...path, 'actor'], `role ${t.actor} is not among the roles of this region`);
  if (t.deadline && !term) err([...path, 'deadline'], `unknown term ${t.deadline}`);
  if (term && !(EXPIRY_TARGETS[term.onExpiry] as readonly string[]).includes(t.to))
    err([...path, 'deadline'], `the term ${term.id} ends with ${term.onExpiry}, which does not lead to ${t.to}`);
  if (t.deadline && t.actor !== 'SYSTEM') err([...path, 'actor'], 'a term is watched by SYSTEM');
  if (t.actor === 'SYSTEM' && guards.length === 0 && !t.deadline)
    err(path, 'a transition of SYSTEM needs guards or a deadline, or it fires at once');
  if (guards.some((g) => (EXPERT_GUARDS as readonly Guard[]).includes(g)) && p.assessment.experts.min < 1)
    err([...path, 'guards'], 'a guard over experts needs experts.min of at least 1');
  checkCondition(p, [...path, 'when'], t.when, err);
  checkCondition(p, [...path, 'unless'], t.unless, err);
  const concluded = t.to === 'EXPERTISE_DONE' && !givesPoints(p);
  // Where the day of a session is still being sought, no session is set yet.
  const needed =
    t.from === t.to || t.action === 'seek_session' ? undefined : concluded ? (['conclusion_attached'] as const) : ENTERED_WITH[t.to];
  if (needed && !needed.some((g) => guards.includes(g))) err(path, `${t.to} is entered only with ${needed.join(' or ')}`);
  if ((t.to === 'GRANTED' || t.to === 'REFUSED') && !(t.actor === 'SECRETARY' && (t.from === 'DECIDED' || t.from === 'APPEAL')))
    err(path, `${t.to} is set only by SECRETARY after the commission's decision`);
  if (t.requests && t.actor === 'SYSTEM') err([...path, 'requests'], 'questions are put by a person');
  if (t.from === t.to && !t.records) err(path, 'stays in the same status and records nothing');
  if (t.records === 'verdict' && (p.assessment.verdicts?.length ?? 0) < 2) err(path, 'records a verdict, but assessment.verdicts has none');
  const same = (u: Transition) => u.from === t.from && u.action === t.action && u.actor === t.actor;
  const mark = (u: Transition) => JSON.stringify([u.guards, u.when, u.unless]);
  const alike = (u: Transition) => (u.to === t.to ? mark(u) === mark(t) : mark(u) === mark(t) || mark(u) === '[null,null,null]');
  if (p.transitions.some((u, n) => n !== k && same(u) && alike(u)))
    err(path, `cannot be told from another ${t.from} ${t.action} ${t.actor}`);
  for (const guard of guards) {
    const machine = GUARD_MACHINE[guard];
    if (machine && !p.statuses[machine]) err([...path, 'guards'], `${guard} without statuses.${machine}`);
  }
}

/** Every status that some chain of transitions leads to from DRAFT. */
function reachable(transitions: readonly Transition[]): Set<ApplicationStatus> {
  const seen = new Set<ApplicationStatus>(['DRAFT']);
  for (let grew = true; grew; ) {
    grew = false;
    for (const t of transitions) {
      if (!seen.has(t.from) || seen.has(t.to)) continue;
      seen.add(t.to);
      grew = true;
    }
  }
  return seen;
}

/** A status from which the system alone would come back to where it has been; undefined when there is none. */
function systemCircle(transitions: readonly Transition[]): ApplicationStatus | undefined {
  const own = transitions.filter((t) => t.actor === ('SYSTEM' satisfies ActorRole));
  const returns = (status: ApplicationStatus, path: ApplicationStatus[]): boolean =>
    own.filter((t) => t.from === status).some((t) => path.includes(t.to) || returns(t.to, [...path, t.to]));
  return own.map((t) => t.from).find((status) => returns(status, [status]));
}
