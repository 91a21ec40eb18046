import { beforeAll, describe, expect, it } from 'vitest';
import type { Procedure } from '@/domain/procedure/shape';
import type { Region } from '@/generated/prisma/client';
import { SaveEvidenceEntryDocument } from '@/gql/graphql';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { removeEntry, restoreEntry, save } from './entries.fixture';
import { codes, fillRequired, loadRegion, makeTeacher, portfolioOf, run, send, type Teacher } from './portfolio.fixture';

/** Links in one region, tables and texts in another. */
let linking: Region;
let rows: Region;
let first: Region;
let madeUp: Region;
beforeAll(async () => {
  linking = await loadRegion('procedures/tomsk');
  rows = await loadRegion('procedures/sverdlovsk');
  first = await loadRegion();
  madeUp = await loadRegion('procedures/samara', withRows);
});

const LINKED = 'attainment_table';
const TABLE = 'attainment_table';
const ROW = { school_year: '2025/2026', group: '7А', measure: 'Качество знаний', value: '64 %' };
const link = (url: unknown, title: unknown = 'Разработки уроков') => ({ indicatorId: LINKED, value: { url, title } });
const indicatorOf = async (teacher: Teacher, id: string) =>
  (await portfolioOf(teacher))?.sections.flatMap((section) => section.indicators).find((indicator) => indicator.id === id);

describe('a link', () => {
  it('[TM-46] is kept with its title, shown with its site, and counts as evidence', async () => {
    const teacher = await makeTeacher(linking);
    const saved = await save(teacher, link(' https://школа-озёрная.рф/uroki?id=1 '));
    expect(saved.problems).toEqual([]);
    const shown = `query ($id: UUID!) { application(id: $id) { portfolio { sections { filled indicators { id entries { text cells { columnId text url host } } } } } } }`;
    const { data } = await run<Shown, object>(teacher, shown, { id: teacher.application.id });
    const section = data?.application.portfolio.sections.find((one) => one.indicators.some(({ id }) => id === LINKED));
    expect(section?.filled).toBe(1);
    expect(section?.indicators.find(({ id }) => id === LINKED)?.entries).toMatchObject([
      {
        text: 'Разработки уроков, https://школа-озёрная.рф/uroki?id=1',
        cells: [
          { columnId: 'url', url: 'https://школа-озёрная.рф/uroki?id=1', host: 'школа-озёрная.рф' },
          { columnId: 'title', text: 'Разработки уроков', url: null },
        ],
      },
    ]);
  });

  it.each([
    'file:///F:/Аттестация/Материалы.docx',
    'F:\\Аттестация\\Материалы.docx',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https://example.org',
    'data:text/html,<script>alert(1)</script>',
    'ftp://example.org/a',
    'https://bank.example@evil.example/',
    'https://user:secret@example.org/',
    'https://example.org\\@evil.example/',
    'https:// example.org',
    'https://',
    'http:///example.org',
    'Грамота.docx',
    '//example.org',
    'http://localhost/secret',
  ])('[TM-46] %s leads nowhere others can go and is refused', async (url) => {
    const teacher = await makeTeacher(linking);
    const refused = await save(teacher, link(url));
    expect(refused.problems).toMatchObject([{ code: 'LINK_NOT_ALLOWED', path: ['indicator', LINKED, 'url'] }]);
    expect(refused.problems[0]?.message).toMatch(/https:\/\//);
    expect(await prisma.evidenceEntry.count({ where: { applicationId: teacher.application.id } })).toBe(0);
  });

  it.each([
    ['disk.yandex.ru/d/x', 'https://disk.yandex.ru/d/x'],
    ['Ссылка: «https://disk.yandex.ru/d/x».', 'https://disk.yandex.ru/d/x'],
    ['https//disk.yandex.ru/d/x,', 'https://disk.yandex.ru/d/x'],
    ['школа12.рф/уроки', 'https://школа12.рф/уроки'],
    // What cannot be seen hides no other site: it is gone.
    ['https://exam\u200Bple.org/', 'https://example.org/'],
  ])('[TM-46] %j is kept as it opens', async (typed, url) => {
    const teacher = await makeTeacher(linking);
    expect((await save(teacher, link(typed))).problems).toEqual([]);
    const { value } = await prisma.evidenceEntry.findFirstOrThrow({ where: { applicationId: teacher.application.id } });
    expect(value).toMatchObject({ url });
  });
});

interface Shown {
  application: { portfolio: { sections: { filled: number; indicators: { id: string; entries: { text: string }[] }[] }[] } };
}

describe('hostile values', () => {
  it.each<[string, unknown, string]>([
    ['a number', 7, 'VALUE_INVALID'],
    ['a list', [{ url: 'https://example.org' }], 'VALUE_INVALID'],
    ['a text', 'https://example.org', 'VALUE_INVALID'],
    ['a key the form does not know', { url: 'https://example.org', role: 'ADMINISTRATOR' }, 'VALUE_INVALID'],
    ['a key of the prototype', JSON.parse('{"url":"https://example.org","__proto__":{"x":1}}'), 'VALUE_INVALID'],
    ['an object where a text belongs', { url: { href: 'https://example.org' } }, 'VALUE_INVALID'],
    ['no link', { title: 'Урок' }, 'REQUIRED'],
    ['a link of 2,001 letters', { url: `https://example.org/${'a'.repeat(1981)}` }, 'VALUE_TOO_LONG'],
    ['a title of 301 letters', { url: 'https://example.org', title: 'я'.repeat(301) }, 'VALUE_TOO_LONG'],
  ])('%s', async (_what, value, code) => {
    const teacher = await makeTeacher(linking);
    expect(codes(await save(teacher, { indicatorId: LINKED, value }))).toEqual([code]);
  });

  it('an indicator that takes only files, one of no form, and a NUL in a text', async () => {
    const teacher = await makeTeacher(rows);
    const onlyFiles = { ...link('https://example.org'), indicatorId: 'external_checks' };
    expect(codes(await save(await makeTeacher(first), onlyFiles))).toEqual(['VALUE_NOT_LISTED']);
    expect(codes(await save(teacher, { indicatorId: 'nobody', value: { text: 'а' } }))).toEqual(['VALUE_NOT_LISTED']);
    const { entry } = await save(teacher, { indicatorId: TABLE, value: { ...ROW, group: '7\0А' } });
    expect(entry?.value).toEqual(ROW);
  });

  it('another’s case and another’s entry look missing; other roles never write', async () => {
    const [teacher, stranger] = [await makeTeacher(rows), await makeTeacher(rows)];
    const { entry } = await save(teacher, { indicatorId: TABLE, value: ROW });
    const input = { applicationId: teacher.application.id, indicatorId: TABLE, value: ROW };
    const answer = async (who: Teacher, role: 'TEACHER' | 'OPERATOR') =>
      (await run(who, SaveEvidenceEntryDocument, { input }, role)).errors?.[0]?.extensions?.code;
    expect(await answer(stranger, 'TEACHER')).toBe('NOT_FOUND');
    expect(await answer(teacher, 'OPERATOR')).toBe('FORBIDDEN');
    // A known id of another's entry is no way to write to it.
    const taken = await save(stranger, { indicatorId: TABLE, entryId: entry?.id ?? '', value: { ...ROW, group: 'чужая' } });
    expect(codes(taken)).toEqual(['STALE_VERSION']);
    expect(taken.entry).toBeNull();
    expect((await prisma.evidenceEntry.findUniqueOrThrow({ where: { id: entry?.id ?? '' } })).value).toEqual(ROW);
  });
});

describe('rows of a table', () => {
  it('are saved version by version; a stale one is refused with what is stored', async () => {
    const teacher = await makeTeacher(rows);
    const { entry } = await save(teacher, { indicatorId: TABLE, value: ROW });
    expect(entry).toMatchObject({ version: 1, value: ROW });
    const id = entry?.id ?? '';
    const second = await save(teacher, { indicatorId: TABLE, entryId: id, version: 1, value: { ...ROW, group: '7Б' } });
    expect(second.entry).toMatchObject({ id, version: 2, value: { ...ROW, group: '7Б' } });
    const stale = await save(teacher, { indicatorId: TABLE, entryId: id, version: 1, value: { ...ROW, group: '7В' } });
    expect(codes(stale)).toEqual(['STALE_VERSION']);
    expect(stale.entry).toMatchObject({ id, version: 2, value: { ...ROW, group: '7Б' } });
  });

  it('repeated after a lost answer are written once, new and changed ones', async () => {
    const teacher = await makeTeacher(rows);
    const given = { indicatorId: TABLE, entryId: newId(), value: ROW };
    expect(await save(teacher, given)).toEqual(await save(teacher, given));
    const change = { ...given, version: 1, value: { ...ROW, group: '8А' } };
    expect(await save(teacher, change)).toEqual(await save(teacher, change));
    expect(await prisma.evidenceEntry.findMany({ where: { applicationId: teacher.application.id } })).toMatchObject([{ version: 2 }]);
  });

  it('are removed, put back, and told: each in the audit log, once per sitting in the history', async () => {
    const teacher = await makeTeacher(rows);
    const { entry } = await save(teacher, { indicatorId: TABLE, value: ROW });
    const id = entry?.id ?? '';
    await save(teacher, { indicatorId: TABLE, entryId: id, version: 1, value: { ...ROW, group: '7Б' } });
    expect(codes(await removeEntry(teacher, id))).toEqual([]);
    expect(await indicatorOf(teacher, TABLE)).toMatchObject({ entries: [], removedEntries: [{ id }] });
    expect(codes(await removeEntry(teacher, id))).toEqual([]);
    expect(codes(await save(teacher, { indicatorId: TABLE, entryId: id, version: 2, value: ROW }))).toEqual(['STALE_VERSION']);
    expect((await restoreEntry(teacher, id)).entry).toMatchObject({ id, value: { ...ROW, group: '7Б' } });
    expect((await indicatorOf(teacher, TABLE))?.entries).toHaveLength(1);
    const audit = await prisma.auditEntry.findMany({ where: { objectId: id }, orderBy: { id: 'asc' } });
    expect(audit.map((line) => line.action)).toEqual(['add_entry', 'change_entry', 'remove_entry', 'restore_entry']);
    const later = { ...ROW, group: '7Б' };
    expect(audit.map(({ data }) => data)).toMatchObject([
      { from: null, to: ROW },
      { from: ROW, to: later },
      { from: later, to: null },
      { from: null, to: later },
    ]);
    const lines = await prisma.timelineEntry.findMany({ where: { applicationId: teacher.application.id } });
    expect(lines).toMatchObject([{ kind: 'edit_portfolio', data: { add_entry: 1, change_entry: 0, remove_entry: 1, restore_entry: 1 } }]);
  });

  it('are at most two hundred, and twenty at once do not pass the last', async () => {
    const teacher = await makeTeacher(rows);
    const { id: applicationId, regionId } = teacher.application;
    const at = new Date();
    const row = { regionId, applicationId, indicatorId: TABLE, value: ROW, createdAt: at, updatedAt: at, updatedById: teacher.accountId };
    await prisma.evidenceEntry.createMany({ data: Array.from({ length: 190 }, () => ({ id: newId(), ...row })) });
    const answers = await Promise.all(Array.from({ length: 20 }, () => save(teacher, { indicatorId: TABLE, value: ROW })));
    expect(answers.filter((a) => a.problems.length === 0)).toHaveLength(10);
    expect(new Set(answers.flatMap(codes))).toEqual(new Set(['ENTRY_LIMIT_REACHED']));
  });
});

describe('the case decides', () => {
  it.each([
    ['REGISTERED', []],
    ['PREPARATION', []],
    ['EXPERTISE', ['WRONG_STATUS']],
    ['WITHDRAWN', ['WRONG_STATUS']],
  ])('in %s', async (status, expected) => {
    const teacher = await makeTeacher(rows, status);
    expect(codes(await save(teacher, { indicatorId: TABLE, value: ROW }))).toEqual(expected);
  });

  it('a required row is in what was sent, or nothing was sent: sending against removing and against changing, ten tries each', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [teacher, other] = [await readyToSend(), await readyToSend()];
      const [removed, sent] = await Promise.all([removeEntry(teacher.who, teacher.id), wait(round % 6).then(() => send(teacher.who))]);
      if (sent.problems.length) expect(codes(sent)).toEqual(['PORTFOLIO_INCOMPLETE']);
      else expect(codes(removed)).toEqual(['WRONG_STATUS']);
      const change = { indicatorId: ROWS, entryId: other.id, version: 1, value: { text: 'изменено' } };
      const [changed, handedIn] = await Promise.all([save(other.who, change), wait(round % 6).then(() => send(other.who))]);
      expect(codes(handedIn)).toEqual([]);
      const row = await prisma.evidenceEntry.findUniqueOrThrow({ where: { id: other.id } });
      const portfolio = await prisma.portfolio.findUniqueOrThrow({ where: { applicationId: other.who.application.id } });
      if (codes(changed).length) expect([codes(changed), row.version]).toEqual([['WRONG_STATUS'], 1]);
      else expect(row.updatedAt.getTime()).toBeLessThanOrEqual(portfolio.sentAt?.getTime() ?? 0);
      expect(codes(await save(other.who, { ...change, version: row.version, value: { text: 'потом' } }))).toEqual(['WRONG_STATUS']);
    }
  }, 90_000);
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The first region, were its first indicator a table without named columns. */
const ROWS = 'attainment_table';
function withRows(procedure: Procedure): Procedure {
  const forms = procedure.forms.map((form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      indicators: section.indicators.map(({ columns, ...known }) =>
        known.id === ROWS ? { ...known, input: 'table' as const, required: true } : { ...known, ...(columns && { columns }) },
      ),
    })),
  }));
  return { ...procedure, id: 'lakeland', region: { ...procedure.region, code: '98' }, forms };
}

/** A case that lacks nothing, whose first indicator rests on one row. */
async function readyToSend(): Promise<{ who: Teacher; id: string }> {
  const who = await makeTeacher(madeUp);
  await fillRequired(who);
  const there = { where: { applicationId: who.application.id, indicatorId: ROWS } };
  await prisma.evidenceFile.deleteMany(there);
  await prisma.evidenceEntry.deleteMany(there);
  const { entry } = await save(who, { indicatorId: ROWS, value: { text: '7А, 64 %' } });
  return { who, id: entry?.id ?? '' };
}
