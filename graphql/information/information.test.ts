import { beforeAll, describe, expect, it } from 'vitest';
import { OpenEvidenceFileDocument } from '@/gql/graphql';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import * as M from '@/server/walk/documents';
import { beginJourney, type Journey, type Land, makeLand } from '@/testing/journey';
import { as, codesOf, contextOf, dataOf, makePlace } from '@/testing/viewers';

let land: Land;
let operator: GraphQLContext;
let school: GraphQLContext;
beforeAll(async () => {
  land = await makeLand('irkutsk');
  operator = await as('OPERATOR', { region: land.region });
  school = await as('SCHOOL_HEAD', { region: land.region, place: land.place });
}, 60_000);

type Payload = { problems: { code: string; path: string[] }[] };
const run = async (who: GraphQLContext, document: string, variables: object): Promise<Payload> => {
  const data = dataOf(await execute<Record<string, Payload>, object>(document, variables, who));
  return Object.values(data)[0] ?? { problems: [] };
};
type Question = { addressee: 'AGENCY' | 'EMPLOYER' | 'TEACHER'; text: string };
const ALL: Question[] = [
  { addressee: 'AGENCY', text: 'Подтвердите диплом' },
  { addressee: 'EMPLOYER', text: 'Уточните должность' },
  { addressee: 'TEACHER', text: 'Пришлите копию приказа' },
];
const put = (who: GraphQLContext, { id }: Journey, requests: Question[]) => run(who, M.REQUEST_INFORMATION, { input: { id, requests } });
const answer = (who: GraphQLContext, requestId: string, text = 'Сведения подтверждаются') =>
  run(who, M.ANSWER_INFORMATION, { input: { requestId, answer: text } });

const SEEN = `query ($id: UUID!) { application(id: $id) {
  informationRequests { id addressee text answer canAnswer } viewerActions { action open } } }`;
interface Seen {
  informationRequests: { id: string; addressee: string; text: string; answer: string | null; canAnswer: boolean }[];
  viewerActions: { action: string; open: boolean }[];
}
/** The same person's next request: nothing read before is remembered. */
const anew = (who: GraphQLContext) => contextOf(land.region, who.session?.sessionId ?? null);
const seen = async (who: GraphQLContext, { id }: Journey): Promise<Seen> => {
  const { application } = dataOf(await execute<{ application: Seen | null }, object>(SEEN, { id }, await anew(who)));
  if (!application) throw new Error('not seen');
  return application;
};
const opens = async (who: GraphQLContext, journey: Journey) =>
  (await seen(who, journey)).viewerActions.filter((a) => a.open).map((a) => a.action);

/** Begins to add a file to the passport. */
async function supplement({ id, teacher }: Journey): Promise<Payload> {
  const { positionId } = await prisma.application.findUniqueOrThrow({ where: { id } });
  const form = land.procedure.forms.find((f) => f.positions.includes(positionId ?? ''));
  const indicator = form?.sections.flatMap((section) => section.indicators).find((i) => i.input.startsWith('file'));
  const input = { applicationId: id, indicatorId: indicator?.id, name: 'Грамота.pdf', size: 1024, sha256: 'a'.repeat(64) };
  return run(teacher, M.CREATE_UPLOAD, { input });
}

async function underReview(): Promise<Journey> {
  const journey = await beginJourney(land);
  await journey.walkTo('UNDER_REVIEW');
  return journey;
}
/** A case whose three questions were put: their ids by addressee. */
async function asked(requests = ALL): Promise<{ journey: Journey; ids: Record<string, string> }> {
  const journey = await underReview();
  expect(codesOf(await put(operator, journey, requests))).toEqual([]);
  const rows = await prisma.informationRequest.findMany({ where: { applicationId: journey.id }, orderBy: { id: 'asc' } });
  return { journey, ids: Object.fromEntries(rows.map((row) => [row.addressee, row.id])) };
}

/** How many requests leave with the acceptance. */
const LISTED = 2;
/** The requests that left with the acceptance, the first first. */
const listed = ({ id }: Journey) =>
  prisma.informationRequest.findMany({ where: { applicationId: id }, orderBy: { id: 'asc' }, take: LISTED });
async function answerListed(journey: Journey): Promise<void> {
  for (const { id } of await listed(journey)) expect(codesOf(await answer(operator, id))).toEqual([]);
}

describe('requests that leave with the acceptance', () => {
  it('[IR-32] are put by the act itself with its day, told by the history, and their answers are taken while the case goes on', async () => {
    const journey = await beginJourney(land);
    await journey.walkTo('REGISTERED');
    const offers = 'query ($id: UUID!) { application(id: $id) { requestsOnAcceptance } }';
    const offered = async (who: GraphQLContext) =>
      dataOf(await execute<{ application: { requestsOnAcceptance: string[] } }, object>(offers, { id: journey.id }, await anew(who)))
        .application.requestsOnAcceptance;
    const texts = await offered(operator);
    expect(texts).toHaveLength(LISTED);
    expect(await offered(journey.teacher)).toEqual([]);
    expect(await listed(journey)).toEqual([]);
    expect(codesOf(await run(operator, M.ACCEPT, { id: journey.id }))).toEqual([]);
    expect(await journey.status()).toEqual({ status: 'UNDER_REVIEW', label: 'Заявление принято к рассмотрению' });
    const requests = await listed(journey);
    const { statusChangedAt } = await prisma.application.findUniqueOrThrow({ where: { id: journey.id } });
    expect(requests.map(({ text }) => text)).toEqual(texts);
    for (const request of requests)
      expect(request).toMatchObject({ addressee: 'AGENCY', askedAt: statusChangedAt, askedById: operator.viewer?.accountId });
    const lines = await prisma.timelineEntry.findMany({ where: { applicationId: journey.id }, orderBy: { id: 'asc' } });
    expect(lines.slice(-2)).toMatchObject([
      { kind: 'accept', toStatus: 'UNDER_REVIEW' },
      { kind: 'send_requests', actorRole: 'OPERATOR', data: { detail: String(LISTED) } },
    ]);
    const term = () => prisma.deadline.findFirstOrThrow({ where: { applicationId: journey.id, termId: 'information_request' } });
    expect((await term()).status).toBe('RUNNING');
    await answerListed(journey);
    expect((await term()).status).toBe('MET');
    expect((await journey.status()).status).toBe('UNDER_REVIEW');
    expect(codesOf(await answer(operator, requests[0]?.id ?? ''))).toEqual(['WRONG_STATUS']);
    await journey.walkTo('READY');
  });

  it('need not be answered: the case goes on and nobody is reminded of them any more', async () => {
    const journey = await underReview();
    expect(codesOf(await run(operator, M.SEND_TO_REVIEW, { id: journey.id }))).toEqual([]);
    expect(await prisma.deadline.findFirst({ where: { applicationId: journey.id, termId: 'information_request' } })).toMatchObject({
      status: 'MET',
    });
  });
});

describe('questions about an application', () => {
  it('[IR-17] are put by the executor who took it up, at least one; the teacher may withdraw meanwhile', async () => {
    const journey = await underReview();
    expect(await journey.status()).toEqual({ status: 'UNDER_REVIEW', label: 'Заявление принято к рассмотрению' });
    expect(await opens(journey.teacher, journey)).toContain('withdraw');
    expect(codesOf(await supplement(journey))).toEqual(['WRONG_STATUS']);
    expect(codesOf(await put(operator, journey, []))).toEqual(['REQUIRED']);
    expect(codesOf(await put(operator, journey, [{ addressee: 'AGENCY', text: '  ' }]))).toEqual(['REQUIRED']);
    expect(codesOf(await put(operator, journey, [{ addressee: 'AGENCY', text: 'х'.repeat(2001) }]))).toEqual(['VALUE_TOO_LONG']);
    expect(
      codesOf(
        await put(
          operator,
          journey,
          Array.from({ length: 11 }, () => ALL[0] as Question),
        ),
      ),
    ).toEqual(['VALUE_OUT_OF_RANGE']);
    for (const who of [journey.teacher, school]) expect(codesOf(await put(who, journey, ALL))).toEqual(['NOT_YOUR_MOVE']);
    const stranger = await as('SCHOOL_HEAD', { region: land.region, place: await makePlace(land.region) });
    await expect(put(stranger, journey, ALL)).rejects.toThrow('NOT_FOUND');
    expect(await prisma.informationRequest.count({ where: { applicationId: journey.id } }), 'only those of the acceptance').toBe(LISTED);
    expect(codesOf(await put(operator, journey, ALL))).toEqual([]);
    expect(await journey.status()).toEqual({ status: 'AWAITING_INFO', label: 'Ожидание получения дополнительных сведений' });
    expect(codesOf(await put(operator, journey, ALL))).toEqual(['WRONG_STATUS']);
  });

  it('[IR-18] wait for their answers; the passport may be supplemented meanwhile and the application withdrawn', async () => {
    const { journey, ids } = await asked();
    expect(await opens(journey.teacher, journey)).toEqual(expect.arrayContaining(['edit_portfolio', 'withdraw', 'answer_information']));
    expect(codesOf(await supplement(journey))).toEqual([]);
    // Each answers what was put to him, nobody another's.
    for (const [who, mine] of [
      [journey.teacher, 'TEACHER'],
      [school, 'EMPLOYER'],
    ] as const) {
      for (const other of Object.keys(ids).filter((key) => key !== mine))
        await expect(answer(who, ids[other] ?? '')).rejects.toThrow('NOT_FOUND');
    }
    expect(codesOf(await answer(operator, ids.TEACHER ?? ''))).toEqual(['NOT_YOUR_MOVE']);
    expect(codesOf(await answer(journey.teacher, ids.TEACHER ?? '', ' '))).toEqual(['REQUIRED']);
    expect(codesOf(await answer(journey.teacher, ids.TEACHER ?? ''))).toEqual([]);
    expect(codesOf(await answer(operator, ids.AGENCY ?? ''))).toEqual([]);
    expect((await journey.status()).status).toBe('AWAITING_INFO');
    await answerListed(journey);
    // With the last answer the system itself goes on.
    expect(codesOf(await answer(school, ids.EMPLOYER ?? ''))).toEqual([]);
    expect((await journey.status()).status).toBe('UNDER_REVIEW');
    expect(codesOf(await answer(school, ids.EMPLOYER ?? ''))).toEqual(['WRONG_STATUS']);
    const other = await asked();
    expect(codesOf(await run(other.journey.teacher, M.WITHDRAW, { input: { id: other.journey.id, reason: '' } }))).toEqual([]);
    expect(await other.journey.status()).toEqual({ status: 'WITHDRAWN', label: 'Отозвано' });
  });

  it('are told to those who were asked, and to nobody else', async () => {
    const rolesTold = async (requests: Question[]) => {
      const { journey } = await asked(requests);
      const letters = await prisma.notification.findMany({ where: { applicationId: journey.id, event: 'information.requested' } });
      return [...new Set(letters.map((letter) => letter.role))].sort();
    };
    expect(await rolesTold(ALL.filter((q) => q.addressee === 'AGENCY'))).toEqual([]);
    expect(await rolesTold(ALL.filter((q) => q.addressee === 'TEACHER'))).toEqual(['TEACHER']);
    expect(await rolesTold(ALL.filter((q) => q.addressee === 'EMPLOYER'))).toEqual(['SCHOOL_HEAD']);
  });

  it('are read by staff whole, by teacher and school each their own, and the history tells no answer', async () => {
    const { journey, ids } = await asked();
    expect(codesOf(await answer(operator, ids.AGENCY ?? '', 'Диплом выдан в 2008 году'))).toEqual([]);
    const read = async (who: GraphQLContext) => (await seen(who, journey)).informationRequests.map((q) => q.addressee).sort();
    expect(await read(operator)).toEqual([...Array(LISTED).fill('AGENCY'), 'AGENCY', 'EMPLOYER', 'TEACHER']);
    expect(await read(journey.teacher)).toEqual(['TEACHER']);
    expect(await read(school)).toEqual(['EMPLOYER']);
    const history = 'query ($id: UUID!) { application(id: $id) { timeline { kind text } } }';
    const { application } = dataOf(
      await execute<{ application: { timeline: { kind: string; text: string }[] } }, object>(history, { id: journey.id }, school),
    );
    expect(application.timeline.map((line) => line.kind)).toContain('answer_information');
    expect(JSON.stringify(application.timeline)).not.toContain('2008');
  });

  it('keep the files beside an answer to those who answer and to staff', async () => {
    const { journey } = await asked();
    const { accountId, regionId } = await prisma.application.findUniqueOrThrow({ where: { id: journey.id } });
    const at = new Date();
    const file = {
      regionId,
      applicationId: journey.id,
      paper: 'information',
      uploadedById: accountId,
      name: 'Справка.pdf',
      extension: 'pdf',
    };
    const bytes = { contentType: 'application/pdf', size: 10, sha256: 'b'.repeat(64), status: 'STORED', storedAt: at };
    const { id } = await prisma.evidenceFile.create({
      data: {
        ...file,
        ...bytes,
        incomingKey: `incoming/${journey.id}`,
        storedKey: `files/${journey.id}`,
        policyExpiresAt: at,
        createdAt: at,
      },
    });
    const open = async (who: GraphQLContext) =>
      dataOf(await execute(OpenEvidenceFileDocument, { input: { id, as: 'VIEW' } }, await anew(who))).openEvidenceFile.address;
    for (const who of [journey.teacher, operator]) expect(await open(who)).toMatch(/^http/);
    await expect(open(school)).rejects.toThrow('NOT_FOUND');
  });

  it('need not be waited for: the executor goes on; an answer that was given twice at once is one', async () => {
    const { journey, ids } = await asked([...ALL, { addressee: 'AGENCY', text: 'Подтвердите награду' }]);
    const answers = await Promise.all([1, 2].map(() => answer(operator, ids.AGENCY ?? '')));
    expect(answers.flatMap(codesOf)).toEqual(['STALE_VERSION']);
    expect(codesOf(await run(journey.teacher, M.RESUME_REVIEW, { id: journey.id }))).toEqual(['NOT_YOUR_MOVE']);
    expect(codesOf(await run(operator, M.RESUME_REVIEW, { id: journey.id }))).toEqual([]);
    expect((await journey.status()).status).toBe('UNDER_REVIEW');
    expect(codesOf(await answer(journey.teacher, ids.TEACHER ?? ''))).toEqual(['WRONG_STATUS']);
    await journey.walkTo('READY');
  });
});
