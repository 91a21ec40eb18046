import { divideHalfUp, fromUnits, toUnits, type Units } from './decimal';
import { type Problem, problem } from './problems';
import type { Criterion, Form, Label, Leaf, Procedure, Rule, Threshold } from './procedure/shape';
import { leavesOf } from './procedure/tree';

/** Scores of one sheet by leaf id, as decimal text; an absent or empty one is not scored. */
export type Scores = Readonly<Record<string, string | null | undefined>>;

export interface AllowedScores {
  min: string;
  max: string;
  step: string;
  /** The only values there are; empty where any value of the range and step passes. */
  options: { value: string; label: Label }[];
}

const units = (value: string | number): Units => toUnits(value) ?? 0;
const bare = (points: number): Label => ({ ru: `${points} б.`, en: `${points} p.` });
const band = (from: number, to: number | undefined): Label => {
  if (to === undefined) return { ru: `${from} % и больше`, en: `${from}% and more` };
  return from === 0 ? { ru: `меньше ${to} %`, en: `less than ${to}%` } : { ru: `от ${from} до ${to} %`, en: `${from} to ${to}%` };
};
const unique = (points: number[]) => [...new Set([0, ...points])].sort((a, b) => a - b);

/** The bands of a percentage from the lowest: what each means and gives; below the lowest there is nothing. */
function bandsOf(rule: Extract<Rule, { type: 'bands' }>): { points: number; label: Label }[] {
  const rows = [...rule.rows].sort((a, b) => a.from - b.from);
  const bands = rows.map((row, k) => ({ points: row.points, label: band(row.from, rows[k + 1]?.from) }));
  const lowest = rows[0]?.from ?? 0;
  const below = lowest > 0 && !rows.some((row) => row.points === 0) ? [{ points: 0, label: band(0, lowest) }] : [];
  return [...below, ...bands];
}

/** The rows of a table of levels, which the expert may count from instead of typing the points; null for other rules. */
export function levelTable(procedure: Procedure, leaf: Leaf): Extract<Rule, { type: 'level_table' }> | null {
  const rule = leaf.rule ?? procedure.assessment.defaultRule;
  return rule.type === 'level_table' ? rule : null;
}

/** The values a criterion takes, by its own rule or the procedure's. */
export function allowedScores(procedure: Procedure, leaf: Leaf): AllowedScores {
  const rule = leaf.rule ?? procedure.assessment.defaultRule;
  const range = (min: number, step: number): AllowedScores => ({
    min: String(min),
    max: String(leaf.max),
    step: String(step),
    options: [],
  });
  const list = (points: { points: number; label: Label }[]): AllowedScores => ({
    ...range(Math.min(...points.map((p) => p.points)), 1),
    options: points.map((p) => ({ value: String(p.points), label: p.label })),
  });
  switch (rule.type) {
    case 'points':
      return range(rule.min, rule.step);
    case 'scale':
      return list(procedure.assessment.scales?.find((s) => s.id === rule.scale)?.options ?? []);
    case 'options':
      return list(rule.options);
    case 'bands':
      return list(bandsOf(rule));
    case 'level_table':
      // Places add up when the table accumulates, so any sum up to the maximum is possible.
      if (rule.accumulate) return range(0, 1);
      return list(unique(rule.rows.flatMap((r) => [r.winner, r.participant])).map((points) => ({ points, label: bare(points) })));
  }
}

/** What is wrong with one value: no number, out of range, off the step, not on the list. An empty value clears the cell. */
export function scoreProblems(procedure: Procedure, leaf: Leaf, value: string): Problem[] {
  if (value.trim() === '') return [];
  const path = ['criterion', leaf.id];
  const allowed = allowedScores(procedure, leaf);
  const got = toUnits(value);
  if (got === null) return [problem('VALUE_INVALID', path)];
  const outside = got < units(allowed.min) || got > units(allowed.max);
  const listed = allowed.options.length === 0 || allowed.options.some((o) => units(o.value) === got);
  if (outside || !listed) return [problem('VALUE_OUT_OF_RANGE', path, { min: allowed.min, max: allowed.max })];
  const offStep = allowed.options.length === 0 && (got - units(allowed.min)) % units(allowed.step) !== 0;
  return offStep ? [problem('VALUE_INVALID', path, { step: allowed.step })] : [];
}

/** A value as it is stored: a dot for a comma, no needless zeros. */
export function normalScore(value: string): string | null {
  const got = toUnits(value);
  return got === null ? null : fromUnits(got);
}

export interface SheetTotals {
  total: string;
  /** Sum of each group by id, and each leaf's own points. */
  sums: Record<string, string>;
  /** Leaves without a score, in the order of the form. */
  unscored: string[];
}

/** The sums of a sheet, exact to the thousandth. */
export function sheetTotals(form: Pick<Form, 'criteria'>, scores: Scores): SheetTotals {
  const sums: Record<string, string> = {};
  const sumOf = (node: Criterion): Units => {
    const got = node.kind === 'leaf' ? units(scores[node.id] ?? '') : node.children.reduce((sum, child) => sum + sumOf(child), 0);
    sums[node.id] = fromUnits(got);
    return got;
  };
  const total = form.criteria.reduce((sum, node) => sum + sumOf(node), 0);
  const unscored = leavesOf(form.criteria).filter((leaf) => toUnits(scores[leaf.id] ?? '') === null);
  return { total: fromUnits(total), sums, unscored: unscored.map((leaf) => leaf.id) };
}

/** Whether every criterion needs points: not where the experts' conclusion ends in a verdict. */
export function pointsDecide(procedure: Procedure): boolean {
  return procedure.assessment.method === 'points' || !procedure.assessment.verdicts?.length;
}

/** What keeps a sheet from being finished: cells without a score where points decide, recommendations where the procedure wants them. */
export function finishProblems(procedure: Procedure, form: Form, scores: Scores, recommendations: string): Problem[] {
  // Where the conclusion carries a verdict the points only help to reach it.
  const unscored = pointsDecide(procedure) ? sheetTotals(form, scores).unscored : [];
  const gaps = unscored.map((id) => problem('NOT_SCORED', ['criterion', id]));
  const wordless = procedure.assessment.scoring.recommendationsRequired && !recommendations.trim();
  return wordless ? [...gaps, problem('RECOMMENDATIONS_REQUIRED', ['input', 'recommendations'])] : gaps;
}

/**
 * The experts' totals as one: mean or median, rounded half up to hundredths. A joint conclusion has one total, so there is none while its experts
 * differ. Null without a total.
 */
export function aggregate(procedure: Procedure, totals: readonly string[]): string | null {
  const sorted = totals.map(units).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  if (procedure.assessment.aggregation.method === 'joint' && sorted[0] !== sorted.at(-1)) return null;
  if (procedure.assessment.aggregation.method === 'median') {
    const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
    return fromUnits(divideHalfUp(sumUp(middle), middle.length));
  }
  return fromUnits(divideHalfUp(sumUp(sorted), sorted.length));
}

const sumUp = (all: Units[]) => all.reduce((sum, n) => sum + n, 0);

/** Whether experts give points; else their conclusion alone ends the review (Tomsk: lines 158-161 know no points). */
export const givesPoints = ({ assessment }: { assessment: { pointsSheet?: false | undefined } }): boolean =>
  assessment.pointsSheet !== false;

export interface Divergence {
  /** Greatest difference in percent of the maximum, decimal text. */
  percent: string;
  /** The experts are as far apart as the procedure minds. */
  exceeds: boolean;
  furtherExpertNeeded: boolean;
}

/** How far the experts are apart, and whether that calls for a further expert. */
export function divergence(procedure: Procedure, form: Pick<Form, 'totalMax'>, totals: readonly string[]): Divergence {
  const { divergencePercent, onDivergence } = procedure.assessment.aggregation;
  const all = totals.map(units);
  const spread = all.length > 1 ? Math.max(...all) - Math.min(...all) : 0;
  const max = units(form.totalMax);
  // Exactly as far apart as allowed is still allowed.
  const exceeds = spread * 100 > divergencePercent * max;
  const room = totals.length < procedure.assessment.experts.max;
  return {
    percent: max > 0 ? fromUnits(divideHalfUp(spread * 100_000, max)) : '0',
    exceeds,
    furtherExpertNeeded: exceeds && onDivergence === 'third_expert' && room,
  };
}

export interface AssessmentResult extends Divergence {
  /** null while experts who give one joint conclusion differ. */
  total: string | null;
  totalMax: string;
  threshold: string;
  passed: boolean | null;
  /** The threshold is an example, not an official value. */
  proposed: boolean;
}

/** The points a threshold asks for on a sheet whose criteria give at most so much, decimal text; a percentage is exact to the thousandth. */
export function thresholdPoints(threshold: Threshold, applicableMax: number): string {
  if ('minTotal' in threshold) return String(threshold.minTotal);
  return fromUnits(divideHalfUp(units(applicableMax) * units(threshold.minShare), 100_000));
}

/** The computed result against the threshold of the category asked for; null without a final sheet or a threshold. */
export function resultOf(procedure: Procedure, form: Form, categoryId: string | null, totals: readonly string[]): AssessmentResult | null {
  const total = aggregate(procedure, totals);
  const threshold = categoryId ? form.thresholds[categoryId] : undefined;
  if (totals.length === 0 || !threshold) return null;
  const points = thresholdPoints(threshold, form.totalMax);
  return {
    ...divergence(procedure, form, totals),
    total,
    totalMax: String(form.totalMax),
    threshold: points,
    passed: total === null ? null : units(total) >= units(points),
    proposed: threshold.source === 'proposed',
  };
}
