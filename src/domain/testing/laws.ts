import fc from 'fast-check';
import { openRecordActions } from '../case/acts';
import { leadsOnward } from '../case/actTable';
import type { Facts } from '../case/facts';
import { emptyFacts } from '../case/facts';
import { isDoneElsewhere, whoseMove } from '../case/moves';
import { formFor } from '../procedure/document';
import type { Procedure } from '../procedure/shape';
import { ACTIONS, ACTORS, type Action, type ActorRole } from '../procedure/vocabulary';
import { reasonsFor } from '../reasons';
import { decide, type Move, openActions, SYSTEM, systemMove } from '../workflow';
import { arbitraryFacts, goodAnswers } from './arbitraryFacts';
import { as, fullInput, NOW } from './facts';
import { choicesOf } from './model';

/** Laws of the workflow that every procedure keeps; each throws with a counterexample. */

const formOf = (procedure: Procedure, facts: Facts) => formFor(procedure, facts.values.position);
const actorOf = (role: ActorRole) => (role === SYSTEM ? SYSTEM : as(role));
const inputFor = (procedure: Procedure, action: Action) => fullInput(reasonsFor(procedure, action)[0]?.id ?? null);

function decided(procedure: Procedure, facts: Facts, action: Action, role: ActorRole) {
  return decide(procedure, formOf(procedure, facts), facts, action, actorOf(role), NOW, inputFor(procedure, action));
}

/** What is shown open is accepted, and nothing else: over every status, action and actor. */
export function openIffAccepted(procedure: Procedure, runs: number): void {
  fc.assert(
    fc.property(arbitraryFacts(procedure), (facts) => {
      for (const role of ACTORS) {
        const open = new Set(
          openActions(procedure, formOf(procedure, facts), facts, role).flatMap((o) => (o.problems.length === 0 ? [o.action] : [])),
        );
        for (const action of ACTIONS) {
          const verdict = decided(procedure, facts, action, role);
          if (verdict.ok !== open.has(action))
            throw new Error(
              `${facts.status} ${action} ${role}: shown ${open.has(action)}, accepted ${verdict.ok} ${JSON.stringify(verdict.ok ? '' : verdict.problems)}`,
            );
        }
      }
    }),
    { numRuns: runs },
  );
}

/**
 * What is said to be somebody's move is open to him, and what leads onward and is open to somebody is his move: over any facts. Acts done on a
 * meeting, a schedule or a card have rules of their own there.
 */
export function movesAreOpen(procedure: Procedure, runs: number): void {
  const roles = procedure.roles.flatMap(({ key }) => (key === SYSTEM ? [] : [key]));
  fc.assert(
    fc.property(arbitraryFacts(procedure), (facts) => {
      const form = formOf(procedure, facts);
      const moves = whoseMove(procedure, form, facts);
      for (const { action, roles: waited, movers } of moves) {
        const strange = movers.find(({ role }) => !waited.includes(role));
        if (strange) throw new Error(`${facts.status} ${action}: ${strange.role} moves and is not waited for`);
        for (const { role, seat } of movers.filter((mover) => mover.role !== 'TEACHER')) {
          const own = seat === null ? undefined : facts.assignments[seat];
          const acts = [...openActions(procedure, form, facts, role), ...openRecordActions(procedure, form, facts, role, own)];
          const offered = acts.find((act) => act.action === action);
          if (offered?.problems.length !== 0 && !isDoneElsewhere(action))
            throw new Error(`${facts.status} ${action}: the move of ${role} is closed ${JSON.stringify(offered)}`);
        }
      }
      for (const role of roles.filter((key) => key !== 'COORDINATOR' || facts.coordinatorActive))
        for (const { action, problems } of openActions(procedure, form, facts, role)) {
          const session = procedure.transitions.some((t) => t.from === facts.status && t.action === action && t.records === 'session');
          if (problems.length > 0 || !leadsOnward(action) || (session && facts.meeting)) continue;
          if (!moves.some((move) => move.action === action && move.movers.some((mover) => mover.role === role)))
            throw new Error(`${facts.status} ${action}: open to ${role} and not his move`);
        }
    }),
    { numRuns: runs },
  );
}

/** Another's case: whatever the facts, no act of anybody is accepted. */
export function strangerIsRefused(procedure: Procedure, runs: number): void {
  fc.assert(
    fc.property(arbitraryFacts(procedure), fc.constantFrom(...ACTIONS), fc.constantFrom(...ACTORS), (facts, action, role) => {
      if (role === SYSTEM) return;
      if (decide(procedure, formOf(procedure, facts), facts, action, as(role, false), NOW, inputFor(procedure, action)).ok)
        throw new Error(`${action} by a stranger`);
    }),
    { numRuns: runs },
  );
}

/** The system's own moves end, and no act leads to a status without a word, from wherever a case has come. */
export function walksStayInside(procedure: Procedure, runs: number): void {
  const named = new Set(procedure.statuses.application.map((s) => s.status));
  fc.assert(
    fc.property(fc.array(fc.tuple(arbitraryFacts(procedure), fc.nat()), { minLength: 1, maxLength: 25 }), (steps) => {
      let status: Facts['status'] = 'DRAFT';
      for (const [around, choice] of steps) {
        status = settle(procedure, { ...around, status });
        const facts = { ...around, status };
        const moves = ACTORS.flatMap((role) =>
          ACTIONS.flatMap((action): Move[] => {
            const verdict = decided(procedure, facts, action, role);
            return verdict.ok ? [verdict] : [];
          }),
        );
        const move = moves[choice % Math.max(1, moves.length)];
        if (move) status = move.to;
        if (!named.has(status)) throw new Error(`reached ${status}, which has no word`);
      }
    }),
    { numRuns: runs },
  );
}

function settle(procedure: Procedure, facts: Facts): Facts['status'] {
  let status = facts.status;
  for (let round = 0; round < 20; round += 1) {
    const move = systemMove(procedure, formOf(procedure, facts), { ...facts, status });
    if (!move) return status;
    status = move.to;
  }
  throw new Error(`transitions of the system do not end from ${facts.status}`);
}

/** Without enough confirmed experts no guard over them opens, even where the file would ask for none. */
export function emptyPanelNeverPasses(procedure: Procedure, runs: number): void {
  const careless = { ...procedure, assessment: { ...procedure.assessment, experts: { ...procedure.assessment.experts, min: 0 } } };
  const overExperts = procedure.transitions.filter((t) => t.guards?.some((g) => g === 'experts_confirmed' || g === 'all_experts_scored'));
  if (overExperts.length === 0) throw new Error('no transition is guarded by experts');
  fc.assert(
    fc.property(arbitraryFacts(procedure), fc.constantFrom(...overExperts), (facts, t) => {
      const empty = { ...facts, status: t.from, assignments: [] };
      for (const p of [procedure, careless]) {
        const verdict = decided(p, empty, t.action, t.actor);
        if (verdict.ok && verdict.to === t.to && verdict.transition.guards?.some((g) => t.guards?.includes(g)))
          throw new Error(`${t.from} to ${t.to} with no expert`);
      }
    }),
    { numRuns: runs },
  );
}

/** From wherever acts and time have led a case, somebody can do something until it has ended; it never reaches a status without a word. */
export function neverStuck(procedure: Procedure, runs: number): void {
  const named = new Set(procedure.statuses.application.map((s) => s.status));
  const ended = (status: Facts['status']) => procedure.statuses.application.find((s) => s.status === status)?.terminal ?? false;
  fc.assert(
    fc.property(fc.constantFrom(...procedure.forms), fc.array(fc.nat(), { minLength: 5, maxLength: 60 }), (form, picks) => {
      const answers = goodAnswers(procedure, form.positions[0] ?? '');
      let facts: Facts = { ...emptyFacts(), profileFilled: false, values: { position: form.positions[0] ?? '' } };
      const walked: string[] = [];
      for (const pick of picks) {
        if (ended(facts.status)) return;
        const choices = choicesOf(procedure, form, facts, answers);
        if (choices.length === 0) throw new Error(`nobody can do anything in ${facts.status} after ${walked.join(', ')}`);
        // Acts that change nothing lead nowhere; five times of six a walk goes on rather than aside, so that it sees the late statuses too.
        const leading = choices.filter((c) => JSON.stringify(c.next) !== JSON.stringify(facts));
        const onward = leading.filter((c) => !/withdraw|refuse_intake|return_|decline|conflict|dispute|^time/.test(c.name));
        const pool = [pick % 6 > 0 ? onward : leading, leading, choices].find((some) => some.length > 0) ?? choices;
        const chosen = pool[Math.floor(pick / 6) % pool.length];
        if (!chosen) throw new Error('no choice');
        walked.push(chosen.name);
        facts = chosen.next;
        if (!named.has(facts.status)) throw new Error(`reached ${facts.status}, which has no word`);
      }
    }),
    { numRuns: runs },
  );
}
