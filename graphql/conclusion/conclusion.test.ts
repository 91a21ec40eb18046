import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import * as M from '@/server/walk/documents';
import { beginJourney, type Journey, type Land, makeLand } from '@/testing/journey';
import { as, codesOf, contextOf, dataOf } from '@/testing/viewers';

let land: Land;
let coordinator: GraphQLContext;
let operator: GraphQLContext;
beforeAll(async () => {
  land = await makeLand('tomsk');
  coordinator = await as('COORDINATOR', { region: land.region, place: land.place });
  operator = await as('OPERATOR', { region: land.region });
}, 60_000);

type Payload = { problems: { code: string; path: string[] }[] };
const run = async (who: GraphQLContext, document: string, variables: object): Promise<Payload> => {
  const data = dataOf(await execute<Record<string, Payload>, object>(document, variables, who));
  return Object.values(data)[0] ?? { problems: [] };
};
const sign = (who: GraphQLContext, { id }: Journey, agreed: boolean, remarks = '') =>
  run(who, M.SIGN_CONCLUSION, { input: { applicationId: id, agreed, remarks } });
const verify = (who: GraphQLContext, { id }: Journey, verdict: string, text = '') => run(who, M.VERIFY, { input: { id, verdict, text } });

const handOver = (who: GraphQLContext, { id }: Journey) => run(who, M.HAND_OVER, { id });

const SEEN = `query ($id: UUID!) { application(id: $id) { statusLabel conclusion { attachedAt signedAt agreed remarks }
  verdict { id label text } verdictChoices { id label } papers { paper files { id } } timeline { kind text } } }`;
interface Seen {
  statusLabel: string;
  conclusion: { attachedAt: string; signedAt: string | null; agreed: boolean | null; remarks: string } | null;
  verdict: { id: string; label: string; text: string | null } | null;
  verdictChoices: { id: string; label: string }[];
  papers: { paper: string; files: { id: string }[] }[];
  timeline: { kind: string; text: string }[];
}
/** The same person's next request: nothing read before is remembered. */
const anew = (who: GraphQLContext) => contextOf(land.region, who.session?.sessionId ?? null);
const seen = async (who: GraphQLContext, { id }: Journey): Promise<Seen> => {
  const { application } = dataOf(await execute<{ application: Seen | null }, object>(SEEN, { id }, await anew(who)));
  if (!application) throw new Error('not seen');
  return application;
};
async function journeyTo(status: 'EXPERTISE' | 'EXPERTISE_DONE' | 'CONCLUSION_SIGNED'): Promise<Journey> {
  const journey = await beginJourney(land);
  await journey.walkTo(status);
  return journey;
}

describe('the conclusion', () => {
  it('[TM-31] [TM-32] of an application whose signed scan the coordinator looks at; without it the application cannot be sent', async () => {
    const journey = await beginJourney(land);
    await journey.step('edit_application');
    expect(codesOf(await run(journey.teacher, M.SUBMIT, { id: journey.id }))).toContain('SIGNED_APPLICATION_MISSING');
    await journey.walkTo('SUBMITTED');
    const { papers } = await seen(coordinator, journey);
    expect(papers.find(({ paper }) => paper === 'signed_application')?.files).toHaveLength(1);
    const reasons = `query ($id: UUID!) { application(id: $id) { refusalReasons { id } } }`;
    const { application } = dataOf(
      await execute<{ application: { refusalReasons: { id: string }[] } }, object>(reasons, { id: journey.id }, coordinator),
    );
    const reasonId = application.refusalReasons[0]?.id;
    const words = 'В заявлении нет личной подписи';
    expect(codesOf(await run(coordinator, M.REFUSE_INTAKE, { input: { id: journey.id, reasonId, text: words } }))).toEqual([]);
    expect(await journey.status()).toEqual({ status: 'INTAKE_REFUSED', label: 'Отклонено' });
    const letters = await prisma.notification.findMany({ where: { applicationId: journey.id, event: 'application.intake_refused' } });
    expect(letters.map((letter) => [letter.role, letter.body.includes(words)])).toEqual([['TEACHER', true]]);
  });

  it('[TM-47] is not attached, attached, signed by the teacher: each in its own words', async () => {
    const journey = await journeyTo('EXPERTISE');
    expect(await seen(journey.teacher, journey)).toMatchObject({ statusLabel: 'Итоговое заключение не прикреплено', conclusion: null });
    expect(codesOf(await sign(journey.teacher, journey, true))).toEqual(['WRONG_STATUS']);
    await journey.walkTo('EXPERTISE_DONE');
    expect(await seen(journey.teacher, journey)).toMatchObject({
      statusLabel: 'Итоговое заключение прикреплено',
      conclusion: { signedAt: null, agreed: null },
    });
    await expect(sign(coordinator, journey, true)).rejects.toThrow('FORBIDDEN');
    expect(codesOf(await sign(journey.teacher, journey, true))).toEqual([]);
    expect(await seen(coordinator, journey)).toMatchObject({
      statusLabel: 'Подписано итоговое заключение аттестуемым',
      conclusion: { signedAt: expect.anything(), agreed: true, remarks: '' },
    });
    expect(
      (await prisma.notification.findMany({ where: { applicationId: journey.id, event: 'conclusion.signed' } })).length,
    ).toBeGreaterThan(0);
  });

  it('alone ends the review: no points are asked, no expert is done before its file is there, and it may go back with a reason', async () => {
    const journey = await journeyTo('EXPERTISE');
    expect(await prisma.scoreSheet.count({ where: { assignment: { applicationId: journey.id } } })).toBe(0);
    expect(await journey.experts()).toEqual(['CONFIRMED Назначен', 'CONFIRMED Назначен']);
    expect((await journey.step('finish_sheet')).problems.map((p) => p.code)).toEqual(['WRONG_STATUS']);
    expect((await journey.step('attach_conclusion')).problems).toEqual([]);
    expect(await journey.status()).toEqual({ status: 'EXPERTISE_DONE', label: 'Итоговое заключение прикреплено' });
    expect(await journey.experts()).toEqual(Array.from({ length: 2 }, () => 'FINAL Итоговое заключение прикреплено'));

    const [seat] = await prisma.expertAssignment.findMany({ where: { applicationId: journey.id } });
    const back = (reason: string) => run(coordinator, M.REOPEN_SHEET, { input: { assignmentId: seat?.id, reason } });
    expect(codesOf(await back(' '))).toEqual(['REASON_REQUIRED']);
    expect(codesOf(await back('В заключении указана другая должность'))).toEqual([]);
    expect(await journey.status()).toEqual({ status: 'EXPERTISE', label: 'Итоговое заключение не прикреплено' });
    expect(await journey.experts()).toEqual(['CONFIRMED Назначен', 'CONFIRMED Назначен']);
    expect((await seen(journey.teacher, journey)).papers.find(({ paper }) => paper === 'conclusion')?.files ?? []).toEqual([]);
    expect((await journey.walkTo('CONCLUSION_SIGNED')).at(-1)).toBe('TEACHER sign_conclusion: Подписано итоговое заключение аттестуемым');
  });

  it('is not agreed with: the teacher says with what', async () => {
    const journey = await journeyTo('EXPERTISE_DONE');
    expect((await sign(journey.teacher, journey, false, ' ')).problems).toMatchObject([
      { code: 'REASON_REQUIRED', path: ['input', 'remarks'] },
    ]);
    expect(codesOf(await sign(journey.teacher, journey, false, 'х'.repeat(5001)))).toEqual(['VALUE_TOO_LONG']);
    expect((await journey.status()).status).toBe('EXPERTISE_DONE');
    expect(codesOf(await sign(journey.teacher, journey, false, 'Не учтена олимпиада'))).toEqual([]);
    const { conclusion, timeline } = await seen(coordinator, journey);
    expect(conclusion).toMatchObject({ agreed: false, remarks: 'Не учтена олимпиада' });
    expect(timeline.find((line) => line.kind === 'sign_conclusion')?.text).toContain('не согласен');
  });

  it('[TM-48] is verified only when it is attached: соответствует / не соответствует, changed until the case is handed over', async () => {
    const early = await journeyTo('EXPERTISE');
    expect(codesOf(await verify(coordinator, early, 'meets'))).toEqual(['WRONG_STATUS']);
    const journey = await journeyTo('CONCLUSION_SIGNED');
    expect((await seen(coordinator, journey)).verdictChoices.map((v) => v.label)).toEqual(['соответствует', 'не соответствует']);
    expect((await seen(operator, journey)).verdictChoices).toEqual([]);
    expect(codesOf(await verify(operator, journey, 'meets'))).toEqual(['NOT_YOUR_MOVE']);
    expect(codesOf(await verify(coordinator, journey, 'splendid'))).toEqual(['VALUE_NOT_LISTED']);
    expect(codesOf(await verify(coordinator, journey, 'does_not_meet', 'Нет документов за 2024 год'))).toEqual([]);
    expect(await seen(operator, journey)).toMatchObject({
      statusLabel: 'Не соответствует заявленной категории',
      verdict: { id: 'does_not_meet', label: 'не соответствует', text: 'Нет документов за 2024 год' },
    });
    expect(codesOf(await verify(coordinator, journey, 'meets'))).toEqual([]);
    const teacher = await seen(journey.teacher, journey);
    expect(teacher).toMatchObject({ statusLabel: 'Соответствует заявленной категории', verdict: null });
    expect(JSON.stringify(teacher.timeline)).not.toContain('2024');
    expect(codesOf(await handOver(coordinator, journey))).toEqual([]);
    expect(codesOf(await verify(coordinator, journey, 'does_not_meet'))).toEqual(['ALREADY_HANDED_OVER']);
    expect(await prisma.application.findUniqueOrThrow({ where: { id: journey.id } })).toMatchObject({ verdict: 'meets' });
  });

  it('[TM-48] is needed before the case reaches an agenda, and is for the commission: the decision is its own', async () => {
    const journey = await journeyTo('CONCLUSION_SIGNED');
    const early = await journey.step('put_on_agenda');
    expect(early.problems.map((p) => p.code)).toEqual(['VERDICT_NOT_RECORDED', 'NOT_HANDED_OVER']);
    expect(codesOf(await verify(coordinator, journey, 'meets'))).toEqual([]);
    expect((await journey.walkTo('GRANTED')).at(-1)).toBe('SECRETARY grant: Аттестован');
  });

  it('[TM-12] is passed to the centre by the coordinator, once, after his verdict; the agenda is closed without it and the term of the 15th is met by it', async () => {
    const journey = await journeyTo('CONCLUSION_SIGNED');
    const acts = async (who: GraphQLContext) => {
      const document = 'query ($id: UUID!) { application(id: $id) { viewerActions { action open } handedOverAt } }';
      const { application } = dataOf(
        await execute<{ application: { viewerActions: { action: string; open: boolean }[]; handedOverAt: string | null } }, object>(
          document,
          { id: journey.id },
          await anew(who),
        ),
      );
      return application;
    };
    const term = () => prisma.deadline.findFirstOrThrow({ where: { applicationId: journey.id, termId: 'handover' } });
    expect((await term()).untilDate.getUTCDate()).toBeGreaterThanOrEqual(15);
    expect((await acts(coordinator)).viewerActions).toContainEqual({ action: 'hand_over', open: false });
    expect(codesOf(await handOver(coordinator, journey))).toEqual(['VERDICT_NOT_RECORDED']);
    expect(codesOf(await verify(coordinator, journey, 'meets'))).toEqual([]);
    expect((await journey.step('put_on_agenda')).problems.map((p) => p.code)).toEqual(['NOT_HANDED_OVER']);
    expect(codesOf(await handOver(operator, journey))).toEqual(['NOT_YOUR_MOVE']);
    expect(codesOf(await handOver(journey.teacher, journey))).toEqual(['NOT_YOUR_MOVE']);
    expect(await listed(coordinator)).toContain(journey.id);
    expect((await term()).status).toBe('RUNNING');

    const both = await Promise.all([handOver(coordinator, journey), handOver(coordinator, journey)]);
    expect(both.flatMap(codesOf)).toEqual(['WRONG_STATUS']);
    expect(await journey.status()).toEqual({ status: 'CONCLUSION_SIGNED', label: 'Передано в центр аттестации' });
    expect((await term()).status).toBe('MET');
    expect((await acts(coordinator)).handedOverAt).not.toBeNull();
    expect((await acts(journey.teacher)).handedOverAt).toBeNull();
    expect((await seen(operator, journey)).timeline.map((line) => line.text)).toContain('Итоговое заключение передано в центр аттестации');
    const row = await prisma.application.findUniqueOrThrow({ where: { id: journey.id } });
    expect(row.handedOverById).toBe(coordinator.viewer?.accountId);
    expect(await listed(coordinator)).not.toContain(journey.id);
    expect((await journey.walkTo('MEETING_SET')).at(-1)).toBe('SECRETARY put_on_agenda: Назначено заседание комиссии');
  });
});

/** Cases the coordinator still has to hand over. */
const listed = async (who: GraphQLContext): Promise<string[]> => {
  const document = '{ applications(filter: { toHandOver: true }, first: 100) { edges { node { id } } } }';
  const { applications } = dataOf(
    await execute<{ applications: { edges: { node: { id: string } }[] } }, object>(document, {}, await anew(who)),
  );
  return applications.edges.map(({ node }) => node.id);
};
