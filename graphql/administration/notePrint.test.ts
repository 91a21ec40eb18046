import { beforeAll, expect, it } from 'vitest';
import { NotePrintDocument } from '@/gql/graphql';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import { makeWorld, type World } from '@/testing/rights/world';
import { as, contextOf, failureOf } from '@/testing/viewers';

let world: World;
let operator: GraphQLContext;

beforeAll(async () => {
  world = await makeWorld();
  operator = await as('OPERATOR', { region: world.cases[0].region });
});

const print = async (who: GraphQLContext, title: string, recordId: string | null) => {
  if (!who.region) throw new Error('no region');
  const again = await contextOf(who.region, who.session?.sessionId ?? null, who.language);
  return execute(NotePrintDocument, { input: { title, recordId } }, again);
};
const printsOf = (who: GraphQLContext) =>
  prisma.auditEntry.findMany({
    where: { action: 'print_page', accountId: who.viewer?.accountId ?? '' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });

it('a print is one line, with the case where the page is about one', async () => {
  const [one] = world.cases;
  await print(operator, 'Дело', one.application.id);
  await print(operator, 'Работа', null);
  const lines = await printsOf(operator);
  expect(lines.map(({ applicationId, data }) => ({ applicationId, data }))).toEqual([
    { applicationId: one.application.id, data: { title: 'Дело' } },
    { applicationId: null, data: { title: 'Работа' } },
  ]);
});

it('a sheet, a meeting and an employee are told too; another region’s case and a missing one leave a refusal', async () => {
  const [one, , three] = world.cases;
  for (const id of [one.assignment.id, one.meeting.id, one.employee.id]) {
    expect(failureOf(await print(operator, 'Страница', id))).toBeUndefined();
  }
  const missing = '01900000-0000-7000-8000-000000000000';
  for (const id of [three.application.id, missing]) expect(failureOf(await print(operator, 'Дело', id))).toBe('NOT_FOUND');
  const refused = await prisma.auditEntry.count({ where: { action: 'refused', accountId: operator.viewer?.accountId ?? '' } });
  expect(refused).toBe(2);
});

it('a teacher prints what is his own; who floods the trail is stopped with the minutes', async () => {
  const [one] = world.cases;
  const teacher = await as('TEACHER', { region: one.region });
  expect(failureOf(await print(teacher, 'Дело', null))).toBe('FORBIDDEN');
  const head = await as('SECRETARY', { region: one.region });
  const answers = [];
  for (let k = 0; k < 61; k += 1) answers.push(await print(head, 'Дело', null));
  expect(answers[59]?.data?.notePrint.problems).toEqual([]);
  expect(answers[60]?.data?.notePrint.problems).toEqual([{ code: 'TOO_MANY_ATTEMPTS' }]);
  expect((await printsOf(head)).length).toBe(60);
});
