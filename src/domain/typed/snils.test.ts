import { describe, expect, it } from 'vitest';
import { parseSnils, snilsProblems, snilsText } from './snils';

const reasonOf = (typed: string) => snilsProblems(typed, ['snils']).map(({ code, params }) => `${code} ${params?.reason ?? ''}`.trim());

describe('a SNILS', () => {
  it.each([
    '112-233-445 95',
    '11223344595',
    '112 233 445 95',
    '112–233–445 95',
    '112‑233‑445 95',
    '112−233−445−95',
    '112—233—445 95',
    '112.233.445.95',
    '\u202a112-233-445 95\u202c',
    '112-233-\u200b445 95',
    '\u00a0112-233-445\u00a095 ',
    'СНИЛС: 112-233-445 95',
    'снилс 112-233-445 95',
    'СНИЛС № 112-233-445 95.',
    '№112-233-445 95',
    '"112-233-445 95"',
    '«112 233 445-95»',
    'СНИЛС 112-233-445-95 (действует)',
    'СНИЛС: "112 233 445-95"',
    '112-233-445/95',
    '112_233_445 95;',
    'Страховой номер (СНИЛС): 112-233-445 95',
    '１１２-２３３-４４５ ９５',
  ])('%j is one', (typed) => expect(parseSnils(typed)).toBe('11223344595'));

  it('is formed of a checksum only beyond 001-001-998', () => {
    expect(parseSnils('001-001-998 00')).toBe('00100199800');
    expect(parseSnils('000-000-001 00')).toBe('00000000100');
    expect(parseSnils('001-001-999 00')).toBeNull();
  });

  // The sum of the weighted digits may be 100 or 101: the checksum is 00 then.
  it.each(['087-654-303 00', '087-654-302 00'])('%s ends with 00', (typed) => expect(parseSnils(typed)).not.toBeNull());

  it.each([
    ['', 'REQUIRED'],
    ['000-000-000 00', 'SNILS_INVALID zeros'],
    ['00000000000', 'SNILS_INVALID zeros'],
    ['000', 'SNILS_INVALID zeros'],
    ['112-233-445 96', 'SNILS_INVALID checksum'],
    ['211-233-445 95', 'SNILS_INVALID checksum'],
    ['112-233-445', 'SNILS_INVALID length'],
    ['112-233-445 955', 'SNILS_INVALID length'],
    ['нет', 'SNILS_INVALID length'],
  ])('%j is none: %s', (typed, why) => {
    expect(parseSnils(typed)).toBeNull();
    expect(reasonOf(typed)).toEqual([why]);
  });

  it('is shown as people write it', () => {
    expect(snilsText('11223344595')).toBe('112-233-445 95');
    expect(snilsText(null)).toBe('');
  });
});
