import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfUp, fromUnits, toUnits } from './decimal';
import { leavesOf } from './procedure/tree';
import type { Aggregation } from './procedure/vocabulary';
import { aggregate, allowedScores, divergence, finishProblems, normalScore, resultOf, scoreProblems, sheetTotals } from './scoring';
import { madeUpRegion, smallForm } from './testing/region';

const leaf = (id: string) => {
  const found = leavesOf(smallForm.criteria).find((l) => l.id === id);
  if (!found) throw new Error(id);
  return found;
};
const withMethod = (method: Aggregation) => ({
  ...madeUpRegion,
  assessment: { ...madeUpRegion.assessment, aggregation: { ...madeUpRegion.assessment.aggregation, method } },
});

describe('a cell', () => {
  it.each([
    ['c_table', '0', []],
    ['c_table', '2,5', []],
    ['c_table', '3', []],
    ['c_table', '3.5', ['VALUE_OUT_OF_RANGE']],
    ['c_table', '-1', ['VALUE_OUT_OF_RANGE']],
    ['c_table', '1.3', ['VALUE_INVALID']],
    ['c_table', '1e1', ['VALUE_INVALID']],
    ['c_table', 'three', ['VALUE_INVALID']],
    ['c_table', '', []],
    ['c_report', '1', []],
    ['c_report', '1.5', ['VALUE_OUT_OF_RANGE']],
    ['c_talks', '3', []],
    ['c_talks', '4', ['VALUE_OUT_OF_RANGE']],
    ['c_talks', '0', []],
  ])('%s takes %s', (id, value, expected) => expect(scoreProblems(madeUpRegion, leaf(id), value).map((p) => p.code)).toEqual(expected));
  it('tells its range and its values', () => {
    expect(allowedScores(madeUpRegion, leaf('c_table'))).toEqual({ min: '0', max: '3', step: '0.5', options: [] });
    expect(allowedScores(madeUpRegion, leaf('c_talks')).options.map((o) => o.value)).toEqual(['0', '1', '2', '3', '5']);
  });
  it('says what a band of percents gives, in order, and nothing below the lowest', () => {
    const rows = [
      { from: 60, points: 30 },
      { from: 20, points: 10 },
    ];
    const bands = { ...leaf('c_table'), max: 30, rule: { type: 'bands' as const, unit: 'percent' as const, rows } };
    expect(allowedScores(madeUpRegion, bands).options.map((o) => `${o.value} ${o.label.ru}`)).toEqual([
      '0 меньше 20 %',
      '10 от 20 до 60 %',
      '30 60 % и больше',
    ]);
  });
  it('is stored in one spelling', () => {
    expect(['2,50', '02', 'x'].map(normalScore)).toEqual(['2.5', '2', null]);
  });
});

describe('a sheet', () => {
  it('sums exactly, where floats would not', () => {
    const third = { ...smallForm, criteria: [0, 1, 2].map((k) => ({ ...leaf('c_table'), id: `t${k}` })) };
    expect(sheetTotals(third, { t0: '0.1', t1: '0.2', t2: '0.3' }).total).toBe('0.6');
  });
  it('sums groups and names what is not scored', () => {
    const totals = sheetTotals(smallForm, { c_table: '2.5', c_report: '', c_talks: '5' });
    expect(totals).toEqual({
      total: '7.5',
      sums: { c_results: '2.5', c_table: '2.5', c_report: '0', c_talks: '5' },
      unscored: ['c_report'],
    });
  });
  it('is finished when every cell is scored and the words are there', () => {
    const codes = (scores: Record<string, string>, text: string) =>
      finishProblems(madeUpRegion, smallForm, scores, text).map((p) => `${p.code} ${p.path.join('.')}`);
    expect(codes({ c_table: '0', c_report: '1' }, ' ')).toEqual([
      'NOT_SCORED criterion.c_talks',
      'RECOMMENDATIONS_REQUIRED input.recommendations',
    ]);
    expect(codes({ c_table: '0', c_report: '1', c_talks: '2' }, 'Хорошо')).toEqual([]);
  });
});

describe('a conclusion that ends in a verdict', () => {
  const verdicts = [{ id: 'meets', label: { ru: 'соответствует', en: 'meets' }, source: 'seed' as const }];
  it('needs no points', () => {
    const procedure = { ...madeUpRegion, assessment: { ...madeUpRegion.assessment, method: 'conclusion' as const, verdicts } };
    expect(finishProblems(procedure, smallForm, {}, 'Хорошо')).toEqual([]);
  });
});

describe('several experts', () => {
  it.each<[Aggregation, string[], string | null]>([
    ['mean', ['7', '8'], '7.5'],
    ['mean', ['7', '7', '8'], '7.33'],
    ['mean', ['7', '8', '8'], '7.67'],
    ['mean', ['0.01', '0.02'], '0.02'],
    ['median', ['9', '1', '8'], '8'],
    ['median', ['1', '8', '9', '2'], '5'],
    ['joint', ['6', '6'], '6'],
    ['joint', ['6', '6.5'], null],
    ['mean', [], null],
  ])('%s of %s', (method, totals, expected) => expect(aggregate(withMethod(method), totals)).toBe(expected));

  it.each([
    ['near', ['7', '8.5'], false, false],
    ['exactly as far as the procedure lets pass', ['6', '8'], false, false],
    ['a little further', ['6', '8.1'], true, true],
    ['far, but the panel is full', ['2', '8', '5'], true, false],
    ['alone', ['7'], false, false],
  ])('are %s', (_, totals, exceeds, furtherExpertNeeded) =>
    expect(divergence(madeUpRegion, smallForm, totals)).toMatchObject({ exceeds, furtherExpertNeeded }),
  );

  it('are measured against the threshold of the category', () => {
    expect(resultOf(madeUpRegion, smallForm, 'highest', ['7', '8'])).toMatchObject({
      total: '7.5',
      threshold: '7.5',
      passed: true,
      percent: '10',
    });
    expect(resultOf(madeUpRegion, smallForm, 'highest', ['7', '7.9'])).toMatchObject({ total: '7.45', passed: false });
    expect(resultOf(madeUpRegion, smallForm, null, ['7'])).toBeNull();
  });
});

describe('decimals', () => {
  it('read and write the same number', () => {
    fc.assert(fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (units) => toUnits(fromUnits(units)) === units));
  });
  it('divide half up', () => {
    expect([divideHalfUp(5, 1), divideHalfUp(15, 1), divideHalfUp(14, 1), divideHalfUp(1000, 3)].map(fromUnits)).toEqual([
      '0.01',
      '0.02',
      '0.01',
      '0.33',
    ]);
  });
});
