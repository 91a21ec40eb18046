import { thresholdPoints } from '@/domain/scoring';
import { procedureWords } from '@/messages/procedureWords';
import type { ProcedureFormResolvers } from './../../types.generated';
import { criteriaOf, positionsOf } from '../formWords';

export const ProcedureForm: ProcedureFormResolvers = {
  id: ({ form }) => form.id,
  title: ({ form }, _arg, { language }) => form.title[language],
  positions: (parent, _arg, { language }) => positionsOf(parent, language),
  totalMax: ({ form }) => String(form.totalMax),
  sections: ({ form }, _arg, { language }) => {
    const t = procedureWords(language);
    return form.sections.map((section) => ({
      no: section.no,
      label: section.label[language],
      source: section.source,
      indicators: section.indicators.map((i) => ({
        id: i.id,
        label: i.label[language],
        input: t(`input.${i.input}`),
        required: i.required ?? false,
        source: i.source,
      })),
    }));
  },
  criteria: (parent, _arg, { language }) => criteriaOf(parent, language),
  thresholds: ({ procedure, form }, _arg, { language }) =>
    Object.entries(form.thresholds).map(([id, threshold]) => ({
      category: procedure.categories.find((c) => c.id === id)?.label[language] ?? id,
      points: thresholdPoints(threshold, form.totalMax),
      share: 'minShare' in threshold ? threshold.minShare : null,
      source: threshold.source,
    })),
};
