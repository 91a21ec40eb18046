import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { CasesDocument, ExpertHomeDocument, MeetingDocument, MeetingsDocument } from '@/gql/graphql';
import { as, contextOf, dataOf, makePlace, makeRegion, type Place } from '@/testing/viewers';
import { makeCase, makeExpert } from '../../graphql/assessment/assessment.fixture';
import { makeMeeting, makeReviewed, putDown } from '../../graphql/commission/commission.fixture';
import type { GraphQLContext } from './context';
import { execute } from './execute';
import { newId } from './ids';
import { prisma } from './prisma';

/** A list costs as many statements as its levels need, however many rows it has. */

let region: Region;
let place: Place;
beforeAll(async () => {
  region = await makeRegion();
  place = await makePlace(region);
});
afterEach(() => vi.restoreAllMocks());

/** Statements that one request sends to the database, signed in anew as a browser's next request is. */
async function statementsOf(who: GraphQLContext, run: (context: GraphQLContext) => Promise<unknown>): Promise<number> {
  const context = await contextOf(region, who.session?.sessionId ?? null);
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  await run(context);
  const count = sent.mock.calls.length;
  sent.mockRestore();
  return count;
}

/** The employer's record and a running term: what every row of a list shows. */
async function confirm(applicationId: string): Promise<void> {
  const at = new Date();
  const of = { regionId: region.id, applicationId };
  await prisma.employerConfirmation.create({
    data: { id: newId(), ...of, organisationId: place.organisation.id, status: 'ASKED', askedAt: at },
  });
  await prisma.deadline.create({
    data: { id: newId(), ...of, termId: 'review_application', startedAt: at, untilDate: at, lapsesAt: at, status: 'RUNNING' },
  });
}

describe('statements a request', () => {
  it("of the operator's list do not grow from 5 rows to 25", async () => {
    const operator = await as('OPERATOR', { region });
    const list = (context: GraphQLContext) => execute(CasesDocument, { filter: {}, sort: 'NAME_ASC', after: null }, context);
    const fill = async (count: number) => {
      for (let n = 0; n < count; n += 1)
        await confirm((await makeCase(region, n % 2 ? 'EXPERTISE' : 'REGISTERED', await makePlace(region))).application.id);
    };
    await fill(5);
    await list(await contextOf(region, operator.session?.sessionId ?? null)); // the procedure is parsed
    const few = await statementsOf(operator, list);
    await fill(20);
    const rows = dataOf(await list(await contextOf(region, operator.session?.sessionId ?? null))).applications.edges.length;
    const many = await statementsOf(operator, list);
    expect([rows, many]).toEqual([25, few]);
  }, 60_000);

  it('of a meeting do not grow from 3 cases to 100', async () => {
    const secretary = await as('SECRETARY', { region });
    const meeting = await makeMeeting(region, { step: 'final', held: true });
    const page = (context: GraphQLContext) => execute(MeetingDocument, { id: meeting.id }, context);
    const fill = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const found = await makeReviewed(region, 90, 'MEETING_SET');
        await confirm(found.application.id);
        await putDown(found, meeting);
      }
    };
    await fill(3);
    await page(await contextOf(region, secretary.session?.sessionId ?? null));
    const few = await statementsOf(secretary, page);
    await fill(97);
    const shown = dataOf(await page(await contextOf(region, secretary.session?.sessionId ?? null))).meeting?.applications.length;
    const many = await statementsOf(secretary, page);
    expect([shown, many]).toEqual([100, few]);
  }, 120_000);

  it('of the list of meetings do not grow with them', async () => {
    const secretary = await as('SECRETARY', { region });
    const list = (context: GraphQLContext) => execute(MeetingsDocument, {}, context);
    const fill = async (count: number) => {
      for (let n = 0; n < count; n += 1) await putDown(await makeCase(region, 'REGISTERED'), await makeMeeting(region));
    };
    await fill(2);
    await list(await contextOf(region, secretary.session?.sessionId ?? null));
    const few = await statementsOf(secretary, list);
    await fill(10);
    expect(await statementsOf(secretary, list)).toBe(few);
  }, 60_000);

  it("of the expert's list do not grow with his cases", async () => {
    const expert = await makeExpert(region);
    const list = (context: GraphQLContext) => execute(ExpertHomeDocument, { open: true }, context);
    const fill = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const { application } = await makeCase(region, 'EXPERTISE');
        const at = new Date();
        await prisma.expertAssignment.create({
          data: {
            id: newId(),
            regionId: region.id,
            applicationId: application.id,
            expertId: expert.expert.id,
            status: 'SCORING',
            appointedAt: at,
            appointedById: expert.expert.accountId,
            sheet: { create: { id: newId(), regionId: region.id, status: 'DRAFT', openedAt: at } },
          },
        });
      }
    };
    await fill(2);
    await list(await contextOf(region, expert.context.session?.sessionId ?? null));
    const few = await statementsOf(expert.context, list);
    await fill(18);
    const many = await statementsOf(expert.context, list);
    expect(many).toBe(few);
  }, 60_000);

  it('of every field of every row do not grow either', async () => {
    const operator = await as('OPERATOR', { region });
    const all = (first: number) => (context: GraphQLContext) =>
      execute(
        `query ($first: Int) { applications(first: $first) { edges { node { id caseLine { key state } portfolio { status } timeline { text actorLabel } meetings { date }
          deadlines { label daysLeft } assignments { expertName statusLabel } assessmentResult { total } whoseMove { roleLabel } answers { value }
          viewerActions { action open } employerConfirmation { status } decision { outcome } order { number } } } } }`,
        { first },
        context,
      );
    const few = await statementsOf(operator, all(20));
    const many = await statementsOf(operator, all(100));
    // Levels that the first rows do not have may come with the others.
    expect(many).toBeLessThanOrEqual(few + 10);
  }, 60_000);
});
