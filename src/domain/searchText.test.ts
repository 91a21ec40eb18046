import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameText, searchText, searchWords } from './searchText';

describe('the spelling texts are searched in', () => {
  it.each([
    ['Ружьёва', 'ружьева'],
    ['РУЖЬЁВА', 'ружьева'],
    ['Ружье\u0308ва', 'ружьева'],
    ['Ружьѐва', 'ружьева'],
    ['Найден', 'найден'],
    ['Наи\u0306ден', 'найден'],
    ['НАЙДЁН', 'найден'],
    ['Лу\u0301гов', 'лугов'],
    ['Лугов\u00adская', 'луговская'],
    ['\u202aРечкина\u200b\u202c', 'речкина'],
    ['Салтыков-Щедрин', 'салтыков щедрин'],
    ['Салтыков\u2011Щедрин', 'салтыков щедрин'],
    ['Салтыков – Щедрин', 'салтыков щедрин'],
    ['Салтыков\u00a0\u2212 Щедрин', 'салтыков щедрин'],
    ['  Анна \t\n Львовна ', 'анна львовна'],
    ['д’Арк', 'дарк'],
    ["д'Арк", 'дарк'],
    ['дʼАрк', 'дарк'],
    ['А.Б.', 'а б'],
    ['Иванова (Петрова)', 'иванова петрова'],
    ['МБОУ «Лицей № 7»', 'мбоу лицей no 7'],
    ['Әлия Ңуpланқызы', 'әлия ңуpланқызы'],
    ['Łukasz Müller', 'łukasz müller'],
    ['70-2026-000012', '702026000012'],
    ['112–233\u2011445 95', '11223344595'],
    ['112 233 445 95', '11223344595'],
    ['Иванов 7 8', 'иванов 78'],
    ['belousova@школа12.рф', 'belousova школа12 рф'],
    ['\ud800Анна\udc00', 'анна'],
    ['—', ''],
    ['', ''],
  ])('%j becomes %j', (typed, spelling) => expect(searchText(typed)).toBe(spelling));

  it('is the same when it is taken twice, without double spaces', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = searchText(text);
        expect(searchText(once)).toBe(once);
        expect(once).not.toMatch(/^ | {2}| $/);
      }),
    ));
});

describe('names are compared', () => {
  it.each([
    ['Королёва-Лис', 'королева – лис'],
    ['Лугов\u00adская', 'Луговская'],
    ['Андрей', 'Андреи\u0306'],
  ])('%j is %j', (one, other) => expect(sameText(one, other)).toBe(true));
  it.each([
    ['Андрей', 'Андреи'],
    ['Кузнецов', 'Кузнецова'],
    ['Ким Ир', 'Кимир'],
  ])('%j is not %j', (one, other) => expect(sameText(one, other)).toBe(false));
});

describe('the words of a search', () => {
  it.each([
    ['Ружьёва  Анна', ['ружьева', 'анна']],
    ['Анна анна', ['анна']],
    ['СНИЛС: 112-233-445 95', ['11223344595']],
    ['Кузнецов № 70-2026-000012', ['кузнецов', '702026000012']],
    ['№70-2026-000012', ['702026000012']],
    ['школа №12', ['школа', '12']],
    ['№', ['no']],
    [' - ', []],
  ])('%j are %j', (typed, words) => expect(searchWords(typed)).toEqual(words));
});
