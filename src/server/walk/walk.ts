import { openRecordActions, recordActionProblems } from '@/domain/case/acts';
import { whoseMove } from '@/domain/case/moves';
import { endOfDay } from '@/domain/days';
import { type Problem, problem } from '@/domain/problems';
import type { Action, RecordAction, Role } from '@/domain/procedure/vocabulary';
import { findPeriod } from '@/domain/schedule';
import { openActions } from '@/domain/workflow';
import { execute } from '../execute';
import { type Case, findCase, getCase } from '../facts';
import { watchTerms } from '../jobs/watchTerms';
import { prisma } from '../prisma';
import { MOVES } from './moves';
import { findPerson } from './people';
import { nextAnswer, type Wishes } from './values';

/** Walks a case of a demo: each step is the next legal act, done through the API by a person who holds the role. */

export interface WalkOptions {
  /** What the walk is to lead to, by field id of the form. */
  wishes?: Wishes;
  /** Share of the maximum that experts give; the commission follows the result. */
  share?: number;
  /** An act to do instead of the one that is waited for. */
  action?: Action | RecordAction;
  /** Moves the clock forward to an instant; without it a walk stops before what may not be done yet. */
  goTo?: (instant: Date) => Promise<void>;
}

export interface Step {
  action: Action | RecordAction | 'wait';
  role: Role | 'SYSTEM';
  problems: Problem[];
}

/** What one move of a walk gets: the case, its options, and a way to act as somebody. */
export interface Walk extends WalkOptions {
  found: Case;
  role: Role;
  /** Runs a document as the role (an expert is named); its first field's answer. */
  act: <T = object>(document: string, variables: object, as?: { role?: Role; expertId?: string }) => Promise<Answer<T>>;
}
export type Answer<T> = Partial<T> & { problems: Problem[] };
export type Move = (walk: Walk) => Promise<Problem[]>;

/** Does the next act of a case; null when nothing is left to do. */
export async function walkCase(applicationId: string, options: WalkOptions = {}): Promise<Step | null> {
  const found = await findCase(prisma, applicationId);
  if (!found) return null;
  const moves = options.action ? offeredTo(found, options.action) : await awaited(found, options.wishes ?? {});
  let tried: Step | null = null;
  // What is waited for may be closed by what another must do first: then that is the next act.
  for (const next of moves) {
    const step = await doNext(applicationId, next, options);
    if (step.problems.length === 0) return step;
    tried ??= step;
  }
  if (tried) return tried;
  return options.action
    ? refused(options.action, problem('WRONG_STATUS', [], { status: found.facts.status }))
    : waitForTerm(found, options);
}

interface Next {
  action: Action | RecordAction;
  roles: Role[];
}

/** Does one act by the first role that somebody holds; the case is read again, a move before may have filled something in. */
async function doNext(applicationId: string, next: Next, options: WalkOptions): Promise<Step> {
  const found = await getCase(prisma, applicationId);
  for (const role of next.roles) {
    if (!(await findPerson(found.application, role, anyExpert(found)))) continue;
    const move = MOVES[next.action];
    if (!move) break;
    const act: Walk['act'] = (document, variables, as) => actAs(found, as?.role ?? role, document, variables, as?.expertId);
    return { action: next.action, role, problems: await move({ ...options, found, role, act }) };
  }
  return refused(next.action, problem('NOBODY_TO_ACT', [], { role: next.roles[0] ?? '' }));
}

const refused = (action: Step['action'], ...problems: Problem[]): Step => ({ action, role: 'SYSTEM', problems });
const anyExpert = ({ application }: Case) => application.assignments[0]?.expertId;

/** The moves that are waited for; an unfilled form comes before everything. */
async function awaited(found: Case, wishes: Wishes): Promise<Next[]> {
  const { procedure, application, form, facts } = found;
  const editable = recordActionProblems(procedure, form, facts, 'edit_application', 'TEACHER').length === 0;
  if (editable && (await nextAnswer(procedure, application, facts, wishes))) return [{ action: 'edit_application', roles: ['TEACHER'] }];
  return whoseMove(procedure, form, facts);
}

/** The roles of this region that may do an act here. */
function offeredTo({ procedure, form, facts }: Case, action: Action | RecordAction): Next[] {
  const roles = procedure.roles.flatMap(({ key }): Role[] => {
    if (key === 'SYSTEM') return [];
    const seats = key === 'EXPERT' ? facts.assignments : [undefined];
    const acts = [
      ...openActions(procedure, form, facts, key),
      ...seats.flatMap((own) => openRecordActions(procedure, form, facts, key, own)),
    ];
    return acts.some((a) => a.action === action) ? [key] : [];
  });
  return roles.length > 0 ? [{ action, roles }] : [];
}

/** Where only time moves a case on, the clock goes to the end of its term. */
async function waitForTerm({ application, procedure, facts }: Case, { goTo }: WalkOptions): Promise<Step | null> {
  const period = facts.status === 'READY' && !facts.reviewStarted ? findPeriod(procedure, facts.period) : null;
  if (period && goTo) {
    await goTo(new Date(`${period.startsOn}T06:00:00Z`));
    await watchTerms(application.regionId);
    return { action: 'wait', role: 'SYSTEM', problems: [] };
  }
  const timed = procedure.transitions.filter((t) => t.from === facts.status && t.deadline).map((t) => t.deadline);
  const term = application.deadlines.find((d) => d.status === 'RUNNING' && timed.includes(d.termId));
  const day = facts.confirmationDay?.past === false ? endOfDay(facts.confirmationDay.until, procedure.region.timezone) : null;
  const instant = day ?? term?.lapsesAt;
  if (!instant || !goTo) return null;
  await goTo(instant);
  await watchTerms(application.regionId);
  return { action: 'wait', role: 'SYSTEM', problems: [] };
}

async function actAs<T>(found: Case, role: Role, document: string, variables: object, expertId?: string): Promise<Answer<T>> {
  const context = await findPerson(found.application, role, role === 'EXPERT' ? (expertId ?? anyExpert(found)) : undefined);
  if (!context) return { problems: [problem('NOBODY_TO_ACT', [], { role })] } as Answer<T>;
  const { data, errors } = await execute<Record<string, Answer<T> | null>, object>(document, variables, context);
  if (errors?.length) throw new Error(`${role}: ${JSON.stringify(errors[0])} ${document.slice(0, 80)} ${JSON.stringify(variables)}`);
  const answer = Object.values(data ?? {})[0];
  return { problems: [], ...answer } as Answer<T>;
}
