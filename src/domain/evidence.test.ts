import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntryShape, entryCells, entryProblems, entryShape, entryText, normalEntry } from './evidence';
import type { Indicator } from './procedure/shape';
import { smallForm } from './testing/form';
import { isWebLink } from './typed/link';

const word = (ru: string) => ({ ru, en: ru });
const indicator = (input: Indicator['input'], more: Partial<Indicator> = {}): Indicator => ({
  id: 'i',
  label: word('Показатель'),
  input,
  source: 'proposed',
  ...more,
});
const shape = (input: Indicator['input'], more: Partial<Indicator> = {}): EntryShape => {
  const made = entryShape(smallForm, indicator(input, more));
  if (!made) throw new Error(`${input} takes no entries`);
  return made;
};
const COLUMNS: NonNullable<Indicator['columns']> = [
  { id: 'topic', label: word('Тема'), type: 'text' },
  { id: 'hours', label: word('Часов'), type: 'number' },
  { id: 'day', label: word('Дата'), type: 'date' },
  { id: 'page', label: word('Ссылка'), type: 'url' },
  { id: 'level', label: word('Уровень'), type: 'level' },
];
const OPTIONS = [
  { value: 'author', label: word('Авторские') },
  { value: 'distance', label: word('Дистанционные') },
];
const LINK = shape('file_or_link');
const TABLE = shape('table', { columns: COLUMNS });
const SHAPES = [
  LINK,
  TABLE,
  shape('text'),
  shape('record', { columns: COLUMNS }),
  shape('table'),
  shape('select', { options: OPTIONS }),
  shape('multiselect', { options: OPTIONS }),
];
const ON = { today: '2026-11-30' };
const said = (of: EntryShape, value: unknown) => entryProblems(of, value, ON).map((p) => [p.code, ...p.path].join(' '));

describe('what an indicator takes beside files', () => {
  it('nothing, links, one text, one record, up to two hundred rows, choices', () => {
    expect(entryShape(smallForm, indicator('file'))).toBeNull();
    expect(SHAPES.map(({ kind, max }) => `${kind} ${max}`)).toEqual([
      'link 20',
      'row 200',
      'text 1',
      'row 1',
      'row 200',
      'choices 1',
      'choices 1',
    ]);
  });
  it('a table whose columns nobody named has one', () => expect(shape('table').columns).toMatchObject([{ label: { ru: 'Содержание' } }]));
  it('the levels of the form’s own level tables, free words where it has none', () => {
    expect(TABLE.columns[4]).toMatchObject({ type: 'choice', options: [{ value: 'town' }, { value: 'country' }] });
    const plain = { ...smallForm, criteria: smallForm.criteria.filter((one) => one.kind === 'group') };
    expect(entryShape(plain, indicator('table', { columns: COLUMNS }))?.columns[4]).toMatchObject({ type: 'text' });
  });
});

describe('values', () => {
  it.each<[string, EntryShape, unknown, string[]]>([
    ['a row may be begun with any column', TABLE, { hours: 16.5 }, []],
    ['a whole row', TABLE, { topic: 'Урок', hours: 2, day: '2026-02-28', page: 'https://example.org', level: 'town' }, []],
    ['a row of blanks', TABLE, { topic: '  ', hours: null, day: '' }, ['REQUIRED topic']],
    ['a number in words', TABLE, { hours: 'много' }, ['NUMBER_INVALID hours']],
    ['a number without end', TABLE, { hours: Number.POSITIVE_INFINITY }, ['NUMBER_INVALID hours']],
    ['no number at all', TABLE, { hours: Number.NaN }, ['NUMBER_INVALID hours']],
    ['a day that is none', TABLE, { day: '2026-02-30' }, ['DATE_INVALID day']],
    ['a day in another spelling', TABLE, { day: '28.02.2026' }, ['DATE_INVALID day']],
    ['a level the form does not know', TABLE, { level: 'galaxy' }, ['VALUE_NOT_LISTED level']],
    ['a file of a disk in a row', TABLE, { page: 'file:///F:/a.docx' }, ['LINK_NOT_ALLOWED page']],
    ['two wrong columns', TABLE, { hours: 'а', day: 'б' }, ['NUMBER_INVALID hours', 'DATE_INVALID day']],
    ['a cell of 1,001 letters', TABLE, { topic: 'я'.repeat(1001) }, ['VALUE_TOO_LONG topic']],
    ['a text of 5,000 letters', shape('text'), { text: 'я'.repeat(5000) }, []],
    ['a text of 5,001', shape('text'), { text: 'я'.repeat(5001) }, ['VALUE_TOO_LONG text']],
    ['a link without a title', LINK, { url: 'https://example.org' }, []],
    ['two choices of a select', shape('select', { options: OPTIONS }), { values: ['author', 'distance'] }, ['VALUE_INVALID values']],
    ['both of a multiselect', shape('multiselect', { options: OPTIONS }), { values: ['distance', 'author'] }, []],
    ['one twice', shape('multiselect', { options: OPTIONS }), { values: ['author', 'author'] }, ['VALUE_INVALID values']],
    ['a choice nobody offered', shape('select', { options: OPTIONS }), { values: ['other'] }, ['VALUE_NOT_LISTED values']],
    ['no choice', shape('select', { options: OPTIONS }), { values: [] }, ['REQUIRED values']],
  ])('%s', (_what, of, value, expected) => expect(said(of, value)).toEqual(expected));
});

describe('a link others can open', () => {
  it.each(['https://example.org', 'HTTP://example.org/a?b#c', 'https://школа.рф/урок', 'http://192.0.2.7/a', 'https://example.org:8443/'])(
    '%s',
    (url) => expect(isWebLink(url)).toBe(true),
  );
  it.each([
    'https://g\u043Esuslugi.ru/',
    'https://b\u0430nk.example.org',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://10.0.0.5/a',
    'http://192.168.1.1',
    'http://169.254.169.254/',
    'http://172.20.0.1',
  ])('%s is none', (url) => expect(isWebLink(url)).toBe(false));
  it('[TM-46] whatever is typed, what passes begins with http and has a site of its own', () => {
    const parts = fc.constantFrom(
      'http',
      's',
      '://',
      ':',
      '//',
      '/',
      '\\',
      '@',
      'file',
      'javascript',
      'example.org',
      '.',
      ' ',
      '\n',
      '\t',
      '%00',
      '#',
      '?',
      '\u202E',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(parts, { maxLength: 12 }).map((all) => all.join('')),
          fc.webUrl(),
          fc.string(),
        ),
        (text) => {
          if (!isWebLink(text)) return;
          const url = new URL(text);
          expect(['http:', 'https:']).toContain(url.protocol);
          expect(url.hostname).toContain('.');
          expect(url.username + url.password).toBe('');
          expect(text).not.toMatch(/[\s\\]/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('laws', () => {
  const values = fc.oneof(
    fc.jsonValue(),
    fc.record({ url: fc.webUrl(), title: fc.string() }, { requiredKeys: [] }),
    fc.record({ text: fc.string() }, { requiredKeys: [] }),
    fc.record({ values: fc.array(fc.constantFrom('author', 'distance', 'other'), { maxLength: 3 }) }),
    fc.record(
      {
        topic: fc.string(),
        hours: fc.oneof(fc.double(), fc.string()),
        day: fc.oneof(fc.constant('2026-11-24'), fc.string()),
        page: fc.webUrl(),
        level: fc.constantFrom('town', 'country', 'x'),
      },
      { requiredKeys: [] },
    ),
  );
  it('any value of the world is judged without a throw, and only plain problems come back', () =>
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), values, (of, value) => entryProblems(of, value, ON).every((p) => p.path.length <= 1)),
    ));
  it('what passes is stored in a form that passes again, holds only known columns, and stays the same when stored again', () =>
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), values, (of, value) => {
        fc.pre(entryProblems(of, value, ON).length === 0);
        const stored = normalEntry(of, value);
        expect(entryProblems(of, stored, ON)).toEqual([]);
        expect(normalEntry(of, stored)).toEqual(stored);
        const known = of.kind === 'choices' ? ['values'] : of.columns.map(({ id }) => id);
        expect(known).toEqual(expect.arrayContaining(Object.keys(stored)));
        expect(entryText(of, stored, 'ru')).not.toBe('');
      }),
      { numRuns: 500 },
    ));
  it('whatever an older form left behind is read without a throw, and no link leaves the web', () =>
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), values, (of, value) => {
        for (const cell of entryCells(of, value, 'ru')) expect(cell.url === null || isWebLink(cell.url)).toBe(true);
      }),
    ));
});

describe('in words', () => {
  it('a row names its columns, a level its word, a link its title first', () => {
    expect(entryText(TABLE, { topic: 'Урок', hours: 2, level: 'town' }, 'ru')).toBe('Тема: Урок; Часов: 2; Уровень: Город');
    expect(entryText(LINK, { url: 'https://example.org/a', title: 'Разработки' }, 'ru')).toBe('Разработки, https://example.org/a');
    expect(entryText(shape('multiselect', { options: OPTIONS }), { values: ['distance'] }, 'ru')).toBe('Дистанционные');
  });
});
