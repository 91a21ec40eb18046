import type { Facts } from './case/facts';
import { type Problem, problem } from './problems';
import type { Form, Indicator, Procedure, Section } from './procedure/shape';
import { indicatorsOf } from './procedure/tree';
import type { Action, PortfolioStatus } from './procedure/vocabulary';

/** The evidence: what is asked, what is there, what still keeps it from being sent. */

type Values = Facts['values'];

/** Whether an indicator is asked of this application (some only of a chosen form of attestation). */
export function indicatorAsked(indicator: Indicator, values: Values): boolean {
  return !indicator.onlyForForms || indicator.onlyForForms.some((form) => form === values.attestation_form);
}

/** A section needs a piece of evidence, unless the form says of each of its indicators that it is not required. */
export const mayStayEmpty = (asked: readonly Indicator[]): boolean => asked.every(({ required }) => required === false);

/** Evidence per indicator, files and entries together; where a file and its values are asked for, nothing counts until both are there. */
export function countFilled(
  form: Form | null,
  files: Readonly<Record<string, number>>,
  entries: Readonly<Record<string, number>>,
): Required<Pick<Facts['portfolio'], 'filled' | 'half'>> {
  const both = (form ? indicatorsOf(form) : []).filter(({ input }) => input === 'file_and_values');
  const half = both.filter(({ id }) => Boolean(files[id]) !== Boolean(entries[id])).map(({ id }) => id);
  const ids = [...new Set([...Object.keys(files), ...Object.keys(entries)])].filter((id) => !half.includes(id));
  return { half, filled: Object.fromEntries(ids.map((id) => [id, (files[id] ?? 0) + (entries[id] ?? 0)])) };
}

/** Everything that keeps the portfolio from being sent: uploads under way, required indicators, empty sections. */
export function portfolioProblems(form: Form | null, facts: Pick<Facts, 'portfolio' | 'values'>): Problem[] {
  if (!form) return [problem('POSITION_NOT_SERVED', ['field', 'position'])];
  const pending = facts.portfolio.pending.map((id) => problem('UPLOAD_PENDING', ['indicator', id]));
  const gaps = form.sections.flatMap((section): Problem[] => {
    const asked = section.indicators.filter((indicator) => indicatorAsked(indicator, facts.values));
    const filled = (indicator: Indicator) => (facts.portfolio.filled[indicator.id] ?? 0) > 0;
    const half = asked.filter(({ id }) => facts.portfolio.half?.includes(id));
    if (half.length > 0) return half.map(({ id }) => problem('PORTFOLIO_INCOMPLETE', ['indicator', id], { part: 'both' }));
    if (asked.length && !asked.some(filled) && !mayStayEmpty(asked))
      return [problem('PORTFOLIO_INCOMPLETE', ['section', section.id], { no: section.no })];
    return asked
      .filter((indicator) => indicator.required && !filled(indicator))
      .map((indicator) => problem('PORTFOLIO_INCOMPLETE', ['indicator', indicator.id]));
  });
  return [...pending, ...gaps];
}

export interface SectionProgress {
  section: Section;
  filled: number;
  total: number;
  required: number;
  requiredFilled: number;
  pending: number;
  /** Indicators that need not be there but have only a file or only its values. */
  unfinished: number;
  /** Nothing of this section keeps the portfolio from being sent. */
  complete: boolean;
}

/** How far each section is: counts of indicators with evidence, not of files. */
export function portfolioProgress(form: Form, facts: Pick<Facts, 'portfolio' | 'values'>): SectionProgress[] {
  return form.sections.map((section) => {
    const asked = section.indicators.filter((indicator) => indicatorAsked(indicator, facts.values));
    const filled = asked.filter((indicator) => (facts.portfolio.filled[indicator.id] ?? 0) > 0);
    const required = asked.filter((indicator) => indicator.required);
    const requiredFilled = required.filter((indicator) => filled.includes(indicator));
    const half = asked.filter(({ id }) => facts.portfolio.half?.includes(id));
    const pending = asked.filter((indicator) => facts.portfolio.pending.includes(indicator.id)).length;
    return {
      section,
      filled: filled.length,
      total: asked.length,
      required: required.length,
      requiredFilled: requiredFilled.length,
      pending,
      unfinished: half.filter(({ required }) => !required).length,
      complete:
        pending === 0 && half.length === 0 && requiredFilled.length === required.length && (mayStayEmpty(asked) || filled.length > 0),
    };
  });
}

const AFTER: Partial<Record<Action, PortfolioStatus>> = {
  submit_portfolio: 'SENT',
  open_review: 'BEING_CHECKED',
  complete_review: 'CHECKED',
  reopen_review: 'BEING_CHECKED',
};

/** The portfolio's status after an act of the application; a portfolio that is no part of the procedure stays NONE. */
export function portfolioAfter(procedure: Procedure, current: PortfolioStatus, action: Action): PortfolioStatus {
  if (current === 'NONE' && procedure.portfolio.optional) return current;
  const after = AFTER[action];
  if (!after) return current;
  // A region without a word for checking calls a portfolio that is closed to changes sent.
  const worded = (status: PortfolioStatus) => procedure.statuses.portfolio.some((s) => s.status === status);
  return worded(after) ? after : worded('SENT') ? 'SENT' : current;
}

/** Whether evidence may be added, replaced or removed now: the status allows it and nothing has been sent and locked. */
export function portfolioEditable(procedure: Procedure, facts: Pick<Facts, 'status' | 'portfolio'>): boolean {
  const may = procedure.statuses.application.find((words) => words.status === facts.status)?.may ?? [];
  if (!may.includes('edit_portfolio') || procedure.portfolio.teacherMayEdit === false) return false;
  const open = ['NONE', 'DRAFT', 'REOPENED'].includes(facts.portfolio.status);
  return open || !procedure.portfolio.lockOnSubmit;
}

/** A portfolio of the teacher's that was not closed by sending, while the case lets nobody change it: its status word, made for one being filled, would be untrue. */
export function portfolioStandsClosed(procedure: Procedure, facts: Pick<Facts, 'status' | 'portfolio'>): boolean {
  const unsent = ['NONE', 'DRAFT', 'REOPENED'].includes(facts.portfolio.status);
  return unsent && procedure.portfolio.teacherMayEdit !== false && !portfolioEditable(procedure, facts);
}

/** Whether one more file fits under an indicator. */
export function indicatorHasRoom(procedure: Procedure, filesThere: number): Problem[] {
  const max = procedure.portfolio.fileLimits.filesPerIndicator;
  return filesThere >= max ? [problem('FILE_LIMIT_REACHED', [], { max })] : [];
}
