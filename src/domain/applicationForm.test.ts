import { describe, expect, it } from 'vitest';
import { categoryProblems, fieldValueProblems, formProblems, tidyAnswer } from './applicationForm';
import type { FieldValue } from './case/facts';
import type { Field } from './procedure/shape';
import { ANSWERS } from './testing/facts';
import { madeUpRegion } from './testing/region';

const TODAY = '2026-11-30';
const problems = (values: Record<string, FieldValue>, fieldFiles: Record<string, number> = {}, pendingFieldFiles: string[] = []) =>
  formProblems(madeUpRegion, { today: TODAY, values: { ...ANSWERS, ...values }, fieldFiles, pendingFieldFiles }).map(
    (p) => `${p.code} ${p.path.join('.')}`,
  );

describe('the application form', () => {
  it.each<[string, Record<string, FieldValue>, Record<string, number>, string[], string[]]>([
    ['is complete', {}, {}, [], []],
    ['needs what is required', { last_name: ' ', organisation: null }, {}, [], ['REQUIRED field.last_name', 'REQUIRED field.organisation']],
    ['leaves an optional field alone', { email: '' }, {}, [], []],
    ['minds a wrong optional value', { email: 'nobody' }, {}, [], ['EMAIL_INVALID field.email']],
    ['asks for the end of a held category', { held_category: 'first' }, {}, [], ['REQUIRED field.held_category_until']],
    ['takes a category without end', { held_category: 'first', held_category_until: 'indefinite' }, {}, [], []],
    ['minds no field that is not asked', { held_category_until: 'nonsense' }, {}, [], []],
    [
      'asks for the copy for the highest',
      { requested_category: 'highest', held_category: 'first', held_category_until: '2028-01-31' },
      {},
      [],
      ['REQUIRED field.held_category_document'],
    ],
    [
      'waits for a file under way',
      { requested_category: 'highest', held_category: 'first', held_category_until: '2028-01-31' },
      {},
      ['held_category_document'],
      ['UPLOAD_PENDING field.held_category_document'],
    ],
    [
      'is complete with the copy',
      { requested_category: 'highest', held_category: 'first', held_category_until: '2028-01-31' },
      { held_category_document: 1 },
      [],
      [],
    ],
  ])('%s', (_, values, files, pending, expected) => expect(problems(values, files, pending)).toEqual(expected));

  it.each<[string, Record<string, FieldValue>, string[]]>([
    ['first for a newcomer', { requested_category: 'first' }, []],
    ['highest without a held one', { requested_category: 'highest' }, ['CATEGORY_NEEDS_HELD']],
    [
      'highest with the first, even expired',
      { requested_category: 'highest', held_category: 'first', held_category_until: '2019-01-01' },
      [],
    ],
    ['a category the region does not offer', { requested_category: 'mentor', held_category: 'highest' }, ['CATEGORY_NOT_OFFERED']],
  ])('category: %s', (_, values, expected) => expect(categoryProblems(madeUpRegion, values).map((p) => p.code)).toEqual(expected));

  const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({
    id: 'x',
    type,
    shows: 'case',
    label: { ru: 'х', en: 'x' },
    required: true,
    source: 'proposed',
    ...more,
  });
  it('is not sent with a day or a number that cannot be what it means, the day of birth of the same form counting', () => {
    const meaning = (id: string, type: Field['type'], means: Field['means']) => field(type, { id, means });
    const { application } = madeUpRegion;
    const asked = [
      meaning('born', 'birth_date', 'birth'),
      meaning('years', 'number', 'experience'),
      meaning('until', 'date', 'category_end'),
    ];
    const procedure = { ...madeUpRegion, application: { ...application, fields: [...application.fields, ...asked] } };
    const wrong = (values: Record<string, FieldValue>) =>
      formProblems(procedure, { today: TODAY, values: { ...ANSWERS, ...values }, fieldFiles: {}, pendingFieldFiles: [] }).map(
        ({ code, path, params }) => [code, path[1], params?.side, params?.max].join(' '),
      );
    expect(wrong({ born: '1984-05-17', years: '28', until: '2032-11-30' })).toEqual([]);
    expect(wrong({ born: '1984-05-17', years: '29', until: '2033-01-01' })).toEqual([
      'OUT_OF_BOUNDS years late 28',
      'OUT_OF_BOUNDS until late 2032-11-30',
    ]);
    expect(wrong({ born: '2010-01-01', years: '3', until: '2030-01-01' })).toEqual([
      'OUT_OF_BOUNDS born late 2008-11-30',
      'OUT_OF_BOUNDS years late 2',
    ]);
  });

  it.each<[Field, FieldValue, boolean]>([
    [field('number'), '17,5', true],
    [field('number'), '97,5 %', true],
    [field('number'), '1e2', false],
    [field('number'), '0x10', false],
    [field('number'), '-1', false],
    [field('number'), 'семь', false],
    [field('date'), '2024-02-29', true],
    [field('date'), '2023-02-29', false],
    [field('date'), 'indefinite', false],
    [field('date', { indefinite: { ru: 'б', en: 'b' } }), 'indefinite', true],
    [field('email'), 'a@b', false],
    [field('phone'), '+7 (846) 955-00-64', true],
    [field('phone'), 'звонить вечером', false],
    [field('checkbox'), 'true', true],
    [field('checkbox'), 'yes', false],
    [field('category'), 'highest', true],
    [field('category'), 'mentor', false],
    [field('held_category'), 'mentor', true],
    [field('held_category'), 'second', false],
    [field('text'), 'я'.repeat(2000), true],
    [field('text'), 'я'.repeat(2001), false],
    [field('file'), 'a.jpg', false],
  ])('a value of type $type: %s', (f, value, good) => expect(fieldValueProblems(madeUpRegion, f, value).length === 0).toBe(good));

  it.each<[Field['type'], string, string]>([
    ['phone', ' 8 (3822)  55-55-55\u200b доб. 12', '8 (3822) 55-55-55 доб. 12'],
    ['email', ' Belousova@Школа12.рф ', 'belousova@школа12.рф'],
    ['snils', 'СНИЛС: 112–233–445 95', '112-233-445 95'],
    ['number', ' 17,5 ', '17,5'],
    ['number', '97,5 %', '97,5'],
    ['number', 'семь ', 'семь'],
    ['text', ' Математика ', 'Математика'],
    // What is wrong is refused as it was typed, so that it can be looked at.
    ['snils', '112-233-445 96', '112-233-445 96'],
  ])('a %s typed as %j is stored as %s', (type, typed, stored) => expect(tidyAnswer(field(type), typed)).toBe(stored));
  it('a name is stored as names are', () => expect(tidyAnswer({ id: 'patronymic', type: 'text' }, 'петро\u00adвна')).toBe('Петровна'));
});
