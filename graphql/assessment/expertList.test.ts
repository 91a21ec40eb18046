import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import { as, dataOf, makeRegion } from '@/testing/viewers';
import { makeCase, makeExpert, type TestExpert } from './assessment.fixture';

/** The expert's list: what waits stands first, the latest day before it, and pages hold every case once. */

const LIST = `query ($open: Boolean!, $first: Int!, $after: String) {
  expertAssignments(open: $open, first: $first, after: $after) { edges { cursor node { id viewerActions { action open } deadline { untilDate } } } pageInfo { hasNextPage endCursor } }
  expertAssignmentCounts { open waiting soon later ended }
}`;
interface List {
  expertAssignments: {
    edges: {
      cursor: string;
      node: { id: string; viewerActions: { action: string; open: boolean }[]; deadline: { untilDate: string } | null };
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  expertAssignmentCounts: Record<'open' | 'waiting' | 'soon' | 'later' | 'ended', number>;
}

let region: Region;
let expert: TestExpert;
const names = new Map<string, string>();

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000);

/** A case of the expert in a status, with a term of its review that ends in so many days. */
async function give(name: string, status: string, assignment: string, term?: { days: number; status: string }): Promise<void> {
  const { application } = await makeCase(region, status);
  const id = newId();
  const at = new Date();
  const row = { id, regionId: region.id, applicationId: application.id, expertId: expert.expert.id, status: assignment, appointedAt: at };
  await prisma.expertAssignment.create({ data: { ...row, appointedById: expert.expert.accountId } });
  names.set(id, name);
  if (!term) return;
  const { assessment } = await getProcedure(region.currentVersionId ?? '');
  const untilDate = inDays(term.days);
  await prisma.deadline.create({
    data: {
      id: newId(),
      regionId: region.id,
      applicationId: application.id,
      termId: assessment.experts.scoreBy,
      startedAt: inDays(-30),
      untilDate,
      lapsesAt: untilDate,
      status: term.status,
    },
  });
}

const ask = async (open: boolean, first: number, after: string | null = null) =>
  dataOf(await execute<List, object>(LIST, { open, first, after }, expert.context));

async function walk(open: boolean, first: number): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { edges, pageInfo }: List['expertAssignments'] = (await ask(open, first, after)).expertAssignments;
    seen.push(...edges.map(({ node }) => names.get(node.id) ?? '?'));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return seen;
}

beforeAll(async () => {
  region = await makeRegion();
  expert = await makeExpert(region);
  await give('to come', 'PREPARATION', 'CONFIRMED');
  await give('next month', 'EXPERTISE', 'SCORING', { days: 30, status: 'RUNNING' });
  await give('late', 'EXPERTISE', 'SCORING', { days: -9, status: 'LAPSED' });
  await give('tomorrow', 'EXPERTISE', 'SCORING', { days: 1, status: 'RUNNING' });
  await give('without a term', 'EXPERTISE', 'SCORING');
  await give('done', 'EXPERTISE', 'FINAL');
  await give('declined', 'EXPERTISE', 'DECLINED');
  await give('in reserve', 'EXPERTISE', 'RESERVE');
});

describe('the list of an expert', () => {
  const inOrder = ['late', 'tomorrow', 'next month', 'without a term', 'to come'];

  it('has the late case first, then what waits by its day, then what is still to come', async () => {
    const { edges } = (await ask(true, 25)).expertAssignments;
    expect(edges.map(({ node }) => names.get(node.id))).toEqual(inOrder);
    expect(edges[0]?.node.deadline?.untilDate).toBe(inDays(-9).toISOString().slice(0, 10));
  });
  it.each([1, 2, 3])('holds every case once in pages of %i', async (first) => {
    expect(await walk(true, first)).toEqual(inOrder);
    expect(await walk(false, first)).toEqual(['declined', 'done']);
  });
  it('counts what it lists, as the acts of each case say', async () => {
    const { expertAssignments, expertAssignmentCounts } = await ask(true, 100);
    const acting = expertAssignments.edges.filter(({ node }) =>
      node.viewerActions.some(
        (act) => act.open && ['save_score', 'start_scoring', 'confirm_participation', 'attach_conclusion'].includes(act.action),
      ),
    );
    expect(expertAssignmentCounts).toEqual({ open: 5, waiting: acting.length, soon: 2, later: 1, ended: 2 });
    expect(acting).toHaveLength(4);
  });
  it('takes a foreign cursor for none, and shows another expert nothing', async () => {
    expect((await ask(true, 1, 'moon')).expertAssignments.edges.map(({ node }) => names.get(node.id))).toEqual(['late']);
    const other = await as('EXPERT', { region, place: (await makeCase(region)).place });
    const seen = dataOf(await execute<List, object>(LIST, { open: true, first: 25 }, other));
    expect([seen.expertAssignments.edges, seen.expertAssignmentCounts.open]).toEqual([[], 0]);
  });
});
