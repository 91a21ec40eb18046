import { cardIndicators, cardProblems, fillerOf, sectionOfProblem } from '@/domain/card';
import { dayIn } from '@/domain/days';
import { roleLabel } from '@/domain/labels';
import type { Problem } from '@/domain/problems';
import type { Language, Role } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import { now } from '@/server/clock';
import { indicatorFields, numberedIndicators } from '../portfolio/indicators';
import type { EmployeeCardMapper } from './schema.mappers';

/** Whether a viewer of this role may act on the card: his own school's, of somebody who works there. */
export const isOwnCard = ({ employee }: Pick<EmployeeCardMapper, 'employee'>, viewer: Viewer | null): boolean =>
  employee.dismissedAt === null && viewer !== null && viewer.organisationId === employee.organisationId;

/** What keeps a card from being confirmed, with the words its sentences need; with `filler` only what that role fills in. */
export function namedCardProblems({ form, procedure, card }: EmployeeCardMapper, language: Language, filler?: Role): Problem[] {
  const today = dayIn(procedure.region.timezone, now());
  return cardProblems(form, card.entries, { today }).flatMap((found) => {
    const section = sectionOfProblem(form, found);
    if (!section) return [found];
    if (filler && fillerOf(section) !== filler) return [];
    if (found.code !== 'CARD_INCOMPLETE') return [found];
    const asked = section.indicators.find(({ id }) => found.path[0] === 'indicator' && found.path[1] === id);
    const words = { label: section.label[language], who: roleLabel(procedure, fillerOf(section), language) };
    return [{ ...found, params: { no: section.no, ...words, ...(asked && { indicator: asked.label[language] }) } }];
  });
}

/** The sections with what is asked and what was written, and whether the viewer fills them. */
export function cardSections(parent: EmployeeCardMapper, viewer: Viewer | null, language: Language) {
  const { form, procedure, card } = parent;
  if (!form) return [];
  const numbered = numberedIndicators(form);
  return form.sections.map((section) => {
    const filledBy = fillerOf(section);
    return {
      id: section.id,
      no: section.no,
      label: section.label[language],
      filledBy,
      filledByLabel: roleLabel(procedure, filledBy, language),
      editable: isOwnCard(parent, viewer) && viewer?.role === filledBy,
      indicators: cardIndicators(form, section).map((indicator) => {
        const no = numbered.get(indicator.id)?.no ?? '';
        return { ...indicatorFields(form, { no, indicator }, card.entries, language), files: [], removedFiles: [] };
      }),
    };
  });
}
