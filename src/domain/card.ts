import { entryShape } from './evidence';
import { indicatorAsked, mayStayEmpty } from './portfolio';
import { type Problem, problem } from './problems';
import type { Form, Indicator, Procedure, Section } from './procedure/shape';
import type { Role } from './procedure/vocabulary';

/** The card the school keeps of an employee: who fills which section, what keeps it from being confirmed. Equal for all regions that have cards. */

export const CARD_STATUSES = ['DRAFT', 'CONFIRMED'] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** Whether the school keeps cards here: only then are there employees at all. */
export const keepsCards = ({ employerConfirmation }: Pick<Procedure, 'employerConfirmation'>): boolean =>
  employerConfirmation.mode === 'card_prefilled';

/** The role that fills a section; the HR officer where the form names none. */
export const fillerOf = (section: Pick<Section, 'filledBy'>): Role => {
  const role = section.filledBy;
  return role && role !== 'SYSTEM' ? role : 'SCHOOL_HR';
};

/** An indicator of a form with its section. */
export function findIndicator(form: Form | null, indicatorId: string): { section: Section; indicator: Indicator } | null {
  for (const section of form?.sections ?? []) {
    const indicator = section.indicators.find(({ id }) => id === indicatorId);
    if (indicator) return { section, indicator };
  }
  return null;
}

/** What a card asks: everything that is no file; files belong to a case. */
export const cardIndicators = (form: Form, section: Section): Indicator[] =>
  section.indicators.filter((indicator) => entryShape(form, indicator) !== null && indicatorAsked(indicator, {}));

/** Everything that keeps a card from being confirmed: a position without a form, empty sections, required indicators that are empty. */
export function cardProblems(form: Form | null, filled: Readonly<Record<string, number>>): Problem[] {
  if (!form) return [problem('POSITION_NOT_SERVED', ['field', 'position'])];
  const has = ({ id }: Indicator) => (filled[id] ?? 0) > 0;
  return form.sections.flatMap((section): Problem[] => {
    const asked = cardIndicators(form, section);
    if (!asked.some(has) && !mayStayEmpty(asked)) return [incomplete(section, ['section', section.id])];
    return asked.filter((one) => one.required && !has(one)).map((one) => incomplete(section, ['indicator', one.id]));
  });
}

const incomplete = (section: Section, path: string[]) => problem('CARD_INCOMPLETE', path, { no: section.no, filler: fillerOf(section) });
