import { birthAmong, entryBoundsProblems, entryShape, type StoredEntry } from './evidence';
import { indicatorAsked, mayStayEmpty } from './portfolio';
import { type Problem, problem } from './problems';
import type { Form, Indicator, Procedure, Section } from './procedure/shape';
import type { Role } from './procedure/vocabulary';
import type { BoundsOn } from './typed/bounds';

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

/** Everything that keeps a card from being confirmed: a position without a form, empty sections and required indicators, days and years that cannot be. */
export function cardProblems(form: Form | null, entries: readonly StoredEntry[], on: BoundsOn): Problem[] {
  if (!form) return [problem('POSITION_NOT_SERVED', ['field', 'position'])];
  return [...cardGaps(form, entries), ...cardBoundsProblems(form, entries, on)];
}

/** Days and years of a card that cannot be what they mean; a day of birth that the card itself states counts. */
export const cardBoundsProblems = (form: Form, entries: readonly StoredEntry[], on: BoundsOn): Problem[] =>
  entryBoundsProblems(form, entries, { ...on, birth: birthAmong(form, entries) ?? on.birth ?? null });

/** The section that a problem of a card is about. */
export function sectionOfProblem(form: Form | null, { path }: Problem): Section | null {
  return (
    form?.sections.find(({ id, indicators }) =>
      path[0] === 'section' ? id === path[1] : path[0] === 'indicator' && indicators.some((one) => one.id === path[1]),
    ) ?? null
  );
}

/** Sections and required indicators that are empty. */
export function cardGaps(form: Form, entries: readonly StoredEntry[]): Problem[] {
  const has = ({ id }: Indicator) => entries.some(({ indicatorId }) => indicatorId === id);
  return form.sections.flatMap((section): Problem[] => {
    const asked = cardIndicators(form, section);
    if (!asked.some(has) && !mayStayEmpty(asked)) return [incomplete(section, ['section', section.id])];
    return asked.filter((one) => one.required && !has(one)).map((one) => incomplete(section, ['indicator', one.id]));
  });
}

const incomplete = (section: Section, path: string[]) => problem('CARD_INCOMPLETE', path, { no: section.no, filler: fillerOf(section) });
