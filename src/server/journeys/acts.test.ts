import { beforeAll, describe, expect, it } from 'vitest';
import { problem } from '@/domain/problems';
import { ACTIONS, type Action, RECORD_ACTIONS, type RecordAction, type Role } from '@/domain/procedure/vocabulary';
import { reasonsFor } from '@/domain/reasons';
import { fullInput } from '@/domain/testing/facts';
import type { Viewer } from '@/domain/viewer';
import { findNewest } from '@/procedures/read';
import { execute } from '@/server/execute';
import { findCase } from '@/server/facts';
import { perform } from '@/server/perform';
import { prisma } from '@/server/prisma';
import { findPerson } from '@/server/walk/people';
import { beginJourney, type Journey, type Land, makeLand, rolesOf } from '@/testing/journey';

const FOLDERS = findNewest('procedures').map((path) => path.split('/').slice(-2).join('/'));
const ACTS = 'query ($id: UUID!) { application(id: $id) { viewerActions { action open } } }';
const MARK = problem('VALUE_INVALID', ['the act was let in']);

/** Whoever of a role sees the case: every expert of it, else one person. */
async function viewersOf(land: Land, id: string): Promise<{ viewer: Viewer; acts: Map<string, boolean> }[]> {
  const found = await findCase(prisma, id);
  if (!found) throw new Error('no case');
  const seats = rolesOf(land.procedure).flatMap((role): { role: Role; expertId?: string }[] =>
    role === 'EXPERT' ? found.application.assignments.map((a) => ({ role, expertId: a.expertId })) : [{ role }],
  );
  const viewers = await Promise.all(
    seats.map(async ({ role, expertId }) => {
      const context = await findPerson(found.application, role, expertId);
      if (!context?.viewer) return [];
      const { data } = await execute<{ application: { viewerActions: { action: string; open: boolean }[] } | null }, object>(
        ACTS,
        { id },
        context,
      );
      if (!data?.application) return [];
      return [{ viewer: context.viewer, acts: new Map(data.application.viewerActions.map((a) => [a.action, a.open])) }];
    }),
  );
  return viewers.flat();
}

let turn = 0;
/** Of the acts that are not shown a few are tried each time, in turn: over a journey every act meets every role. */
const isDue = (k: number) => k % 24 === turn % 24;

/** Tries acts as one person: what is shown open is let in (and taken back), everything else is refused. */
async function tryActs(land: Land, id: string, viewer: Viewer, acts: Map<string, boolean>): Promise<string[]> {
  const wrong: string[] = [];
  const judge = (name: string, problems: { path: string[] }[]) => {
    const letIn = problems.some((p) => p.path[0] === MARK.path[0]);
    if (letIn !== (acts.get(name) === true)) wrong.push(`${viewer.role} ${name}: shown ${acts.get(name)}, ${letIn ? 'let in' : 'refused'}`);
  };
  turn += 1;
  const take = async () => ({ problems: [MARK] });
  for (const [k, action] of (ACTIONS as readonly Action[]).entries()) {
    if (!acts.has(action) && !isDue(k)) continue;
    const input = fullInput(reasonsFor(land.procedure, action)[0]?.id ?? null);
    // An act that is shown closed is judged whole; an open one is taken back before it writes.
    const { problems } = await perform(viewer, id, { action, input, ...(acts.get(action) === true && { write: take }) });
    judge(action, problems);
  }
  for (const [k, record] of (RECORD_ACTIONS as readonly RecordAction[]).entries()) {
    if (!acts.has(record) && !isDue(k)) continue;
    judge(record, (await perform(viewer, id, { record, write: take })).problems);
  }
  return wrong;
}

describe.each(FOLDERS)('%s', (folder) => {
  let land: Land;
  let journey: Journey;
  beforeAll(async () => {
    land = await makeLand(folder);
    journey = await beginJourney(land);
  });

  it('shows everybody in every status exactly the acts that are accepted', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 80; round += 1) {
      const { status } = await journey.status();
      if (!seen.has(status)) {
        seen.add(status);
        for (const { viewer, acts } of await viewersOf(land, journey.id)) {
          const before = await prisma.application.findUniqueOrThrow({ where: { id: journey.id } });
          expect(await tryActs(land, journey.id, viewer, acts), status).toEqual([]);
          expect(await prisma.application.findUniqueOrThrow({ where: { id: journey.id } })).toEqual(before);
        }
      }
      if (['GRANTED', 'ARCHIVED'].includes(status)) break;
      const step = await journey.step();
      expect(step.problems, `${step.role} ${step.action} in ${status}`).toEqual([]);
    }
    expect(seen).toContain('GRANTED');
  }, 60_000);
});
