import { beforeAll, describe, expect, it } from 'vitest';
import { filterOf } from '@/app/admin/audit/search';
import { type AdminAuditQuery, AdminAuditDocument as DOCUMENT } from '@/gql/graphql';
import { writeAudit } from '@/server/audit';
import { type GraphQLContext, getViewer } from '@/server/context';
import { encodeCursor } from '@/server/cursor';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { exportLines } from '@/server/trail/export';
import { makeWorld, type World } from '@/testing/rights/world';
import { as, contextOf, dataOf, failureOf, makeRegion } from '@/testing/viewers';

let world: World;
let admin: GraphQLContext;
let neighbour: GraphQLContext;

beforeAll(async () => {
  world = await makeWorld();
  const [one, , three] = world.cases;
  admin = await as('ADMINISTRATOR', { region: one.region });
  neighbour = await as('ADMINISTRATOR', { region: three.region });
});

type Line = AdminAuditQuery['auditEntries']['edges'][number]['node'];
const again = async (who: GraphQLContext) => {
  if (!who.region) throw new Error('no region');
  return contextOf(who.region, who.session?.sessionId ?? null, who.language);
};
const read = async (who: GraphQLContext, filter: object = {}, after: string | null = null) =>
  dataOf(await execute(DOCUMENT, { filter, after }, await again(who))).auditEntries;
const lines = async (who: GraphQLContext, filter: object = {}): Promise<Line[]> => (await read(who, filter)).edges.map(({ node }) => node);

describe('the trail in words', () => {
  it('says who opened which case, without codes', async () => {
    const [one] = world.cases;
    const operator = await as('OPERATOR', { region: one.region });
    await execute('query ($id: UUID!) { application(id: $id) { lastName } }', { id: one.application.id }, operator);
    const [line] = await lines(admin, { search: one.application.number, groups: ['reading'] });
    expect(line).toMatchObject({
      accountName: 'Вострикова Людмила Аркадьевна',
      roleLabel: 'Специалист ЦПО',
      applicationNumber: one.application.number,
      group: 'reading',
      refused: false,
    });
    expect(line?.sentence).toMatch(/^Открыл.* дело$/);
    expect(JSON.stringify(line)).not.toMatch(/read_case|OPERATOR/);
  });

  it('tells a refused access as refused, with the case it was aimed at', async () => {
    const [one, two] = world.cases;
    const head = world.people.find(({ name }) => name === 'SCHOOL_HEAD 1');
    if (!head) throw new Error('no head');
    await execute('query ($id: UUID!) { application(id: $id) { lastName } }', { id: two.application.id }, await again(head.context));
    const [line] = await lines(admin, { groups: ['refusals'], search: two.application.number });
    expect(line).toMatchObject({ refused: true, applicationNumber: two.application.number });
    expect(line?.sentence).toMatch(/отказ: дело/);
    expect(await lines(admin, { groups: ['refusals'], search: one.application.number })).toEqual([]);
  });

  it('tells an act of another role as refused, though the answer is data, and one of a wrong moment not', async () => {
    const [one] = world.cases;
    const refusals = () => prisma.auditEntry.findMany({ where: { action: 'refused', applicationId: one.application.id } });
    const before = (await refusals()).length;
    const act = async (field: string, type: string, input: object) => {
      const operator = await as('OPERATOR', { region: one.region });
      const document = `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code } } }`;
      return dataOf(await execute<Record<string, { problems: { code: string }[] }>, object>(document, { input }, operator))[field]
        ?.problems;
    };
    const number = { id: one.application.id, number: '1' };
    expect(await act('recordPortalNumber', 'RecordPortalNumberInput', number)).toEqual([{ code: 'NOT_YOUR_MOVE' }]);
    const reasoned = { id: one.application.id, reasonId: 'none', text: 'Причина в трёх словах' };
    expect(await act('returnApplication', 'ReasonedInput', reasoned)).toEqual([{ code: 'WRONG_STATUS' }]);
    const added = (await refusals()).slice(before);
    expect(added.map(({ data, role }) => ({ data, role }))).toEqual([{ data: { field: 'recordPortalNumber' }, role: 'OPERATOR' }]);
  });

  it('shows former and new answers, but not to whom the field is closed', async () => {
    const [one] = world.cases;
    const who = getViewer(await as('TEACHER', { region: one.region, account: one.teacher }));
    const save = (field: string, from: string | null, to: string) =>
      writeAudit(prisma, who, { action: 'save_field', objectType: 'Application', objectId: one.application.id, data: { field, from, to } });
    await save('position', null, 'teacher');
    const [shown] = (await lines(admin, { groups: ['fields'] })).flatMap(({ changes }) => changes);
    expect(shown).toMatchObject({ hidden: false, from: null, to: 'Учитель' });
    const region = await makeRegion('irkutsk');
    const [at, id] = [new Date(), newId()];
    const times = { createdAt: at, updatedAt: at, submittedAt: at, statusChangedAt: at };
    const of = { regionId: region.id, procedureVersionId: region.currentVersionId ?? '', accountId: one.teacher.id };
    await prisma.application.create({ data: { id, ...of, ...times, status: 'SUBMITTED', values: {} } });
    const viewer = getViewer(await as('TEACHER', { region, account: one.teacher }));
    await writeAudit(prisma, viewer, {
      action: 'save_field',
      objectType: 'Application',
      objectId: id,
      data: { field: 'birth_date', from: '1980-01-01', to: '1981-01-01' },
    });
    const hidden = await lines(await as('ADMINISTRATOR', { region }), { groups: ['fields'] });
    expect(hidden.flatMap(({ changes }) => changes)).toEqual([expect.objectContaining({ hidden: true, from: null, to: null })]);
    expect(JSON.stringify(hidden)).not.toMatch(/198[01]/);
  });

  it('is narrowed to a person, to a case and to several groups of acts at once', async () => {
    const [one, two] = world.cases;
    for (const { application } of [one, two]) {
      const operator = await as('OPERATOR', { region: one.region });
      await execute('query ($id: UUID!) { application(id: $id) { lastName } }', { id: application.id }, operator);
    }
    const numbers = async (filter: object) => [...new Set((await lines(admin, filter)).map(({ applicationNumber }) => applicationNumber))];
    expect(await numbers({ number: two.application.number })).toEqual([two.application.number]);
    expect(await numbers({ person: one.teacher.lastName, groups: ['reading'] })).toEqual([one.application.number]);
    expect(await numbers({ person: one.teacher.lastName, number: two.application.number })).toEqual([]);
    expect(await numbers({ person: 'Никто-Такой' })).toEqual([]);
    const { lastName, firstName } = one.teacher;
    expect(await numbers({ person: `${firstName}  ${lastName.toUpperCase()}`, groups: ['reading'] })).toEqual([one.application.number]);
    expect(await numbers({ number: two.application.number?.replaceAll('-', ' – ') })).toEqual([two.application.number]);
    expect(await numbers({ search: two.application.number?.replaceAll('-', ''), groups: ['reading'] })).toEqual([two.application.number]);
    const groups = async (wanted: string[]) => [...new Set((await lines(admin, { groups: wanted })).map(({ group }) => group))].sort();
    expect(await groups(['fields', 'reading'])).toEqual(['fields', 'reading']);
    expect((await groups([])).length).toBeGreaterThan(2);
  });

  it('acts on an account are seen in every region of the person, and in no other', async () => {
    const [one, , three] = world.cases;
    const act = (id: string) => writeAudit(prisma, { accountId: id }, { action: 'change_password', objectType: 'Account', objectId: id });
    await act(one.teacher.id);
    await act(three.teacher.id);
    const ofAccounts = async (who: GraphQLContext) => (await lines(who, { groups: ['accounts'] })).map(({ accountName }) => accountName);
    expect((await ofAccounts(admin)).some((name) => name.includes('⟦1⟧'))).toBe(true);
    expect((await ofAccounts(admin)).some((name) => name.includes('⟦3⟧'))).toBe(false);
    expect((await ofAccounts(neighbour)).some((name) => name.includes('⟦3⟧'))).toBe(true);
  });

  it('is paged by key without gaps or repeats, and narrowed to days', async () => {
    const [one] = world.cases;
    const who = getViewer(admin);
    for (let k = 0; k < 120; k += 1)
      await writeAudit(prisma, who, { action: 'verify', objectType: 'Application', objectId: one.application.id, data: { k } });
    const filter = { search: one.application.number, groups: ['cases'] };
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo }: AdminAuditQuery['auditEntries'] = await read(admin, filter, after);
      seen.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen.length).toBeGreaterThanOrEqual(120);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await lines(admin, { ...filter, from: '2001-01-01', to: '2001-01-02' })).toEqual([]);
  });

  it('a day begins and ends with the region’s midnight', async () => {
    const [{ region, application }] = world.cases;
    const at = async (moment: string) => {
      const id = newId();
      await prisma.$executeRaw`insert into "AuditEntry" (id, at, "businessAt", "regionId", "applicationId", action, "objectType", "objectId")
        values (${id}::uuid, ${moment}::timestamptz, now(), ${region.id}::uuid, ${application.id}::uuid, 'verify', 'Application', '')`;
      return id;
    };
    expect(region.timezone).toBe('Europe/Samara');
    const made: string[] = [];
    for (const moment of ['2026-03-09T19:59:59Z', '2026-03-09T20:00:00Z', '2026-03-10T19:59:59Z', '2026-03-10T20:00:00Z'])
      made.push(await at(moment));
    const day = await lines(admin, { from: '2026-03-10', to: '2026-03-10' });
    expect(day.map(({ id }) => id)).toEqual([made[2], made[1]]);
    expect((await lines(admin, { days: 1, groups: ['reading'] })).length).toBeGreaterThan(0);
    expect(failureOf(await execute(DOCUMENT, { filter: { days: 0 }, after: null }, await again(admin)))).toBe('BAD_USER_INPUT');
  });

  it('a file that was opened is told by its name and case', async () => {
    const [one] = world.cases;
    const operator = await as('OPERATOR', { region: one.region });
    const open = 'mutation ($id: UUID!) { openEvidenceFile(input: { id: $id, as: VIEW }) { address problems { code } } }';
    const opened = dataOf(await execute<{ openEvidenceFile: { address: string | null } }, object>(open, { id: one.file.id }, operator));
    expect(opened.openEvidenceFile.address).toBeTruthy();
    const [line] = await lines(admin, { groups: ['files'], search: one.application.number });
    expect(line).toMatchObject({ applicationNumber: one.application.number, refused: false });
    expect(line?.sentence).toMatch(/файл/);
    expect(line?.detail).toContain(`«${one.file.name}»`);
  });

  it('its own reading leaves a line, and only administrators read it', async () => {
    await lines(admin, { search: 'Кого-то' });
    const [line] = await prisma.auditEntry.findMany({ where: { action: 'read_trail' }, orderBy: { at: 'desc' }, take: 1 });
    expect(line).toMatchObject({ accountId: admin.viewer?.accountId });
    const operator = await as('OPERATOR', { region: world.cases[0].region });
    expect(failureOf(await execute(DOCUMENT, { filter: {}, after: null }, operator))).toBe('FORBIDDEN');
  });
});

it('a filter or a place in the list that is none is no fault of ours', async () => {
  for (const day of ['0000-01-01', '9999-12-31']) expect(await lines(admin, { from: day, to: day })).toEqual([]);
  const id = newId();
  for (const at of ['1', '2001', '+010000-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '275760-09-13'])
    expect((await read(admin, {}, encodeCursor({ at, id }))).edges.length).toBeGreaterThan(0);
});

describe('the export', () => {
  it.each([
    { q: 'а\0б' },
    { q: '\ud800' },
    { from: '2026-02-31' },
    { from: '0000-01-01', to: '0000-01-01' },
    { to: 'вчера' },
    { group: 'none' },
    { group: 'constructor' },
  ])('answers to an address that says %j', async (search) => {
    const parts: string[] = [];
    for await (const part of exportLines(await again(admin), filterOf(search))) parts.push(part);
    expect(parts.length).toBeGreaterThan(0);
  });

  it('holds everything found, in words, harmless to spreadsheets, and is itself a line', async () => {
    const account = await prisma.account.findFirstOrThrow({ where: { id: admin.viewer?.accountId } });
    await prisma.account.update({ where: { id: account.id }, data: { lastName: '=cmd|calc' } });
    const exported = () => prisma.auditEntry.count({ where: { action: 'export_trail', accountId: account.id } });
    const before = await exported();
    let text = '';
    for await (const part of exportLines(await again(admin), { groups: ['cases'] })) text += part;
    await prisma.account.update({ where: { id: account.id }, data: { lastName: account.lastName } });
    const rows = text.split('\r\n');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(rows.length).toBeGreaterThan(120);
    expect(text).toContain(`;${world.cases[0].application.number};`);
    expect(text).not.toMatch(/(^|;)"?=cmd/m);
    expect(await exported()).toBe(before + 1);
  });
});
