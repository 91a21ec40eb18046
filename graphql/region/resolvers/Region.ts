import type { Deadline } from '@/domain/procedure/shape';
import { accountRule } from '@/server/auth/roles';
import { pagesOf } from '@/server/pages';
import { getCurrentProcedure, getProcedure } from '@/server/procedures';
import type { RegionResolvers, RegionTerm } from './../../types.generated';
import type { RegionMapper } from '../schema.mappers';

const procedureOf = async ({ id, currentVersionId }: RegionMapper) =>
  currentVersionId ? getProcedure(currentVersionId) : (await getCurrentProcedure(id)).procedure;

export const Region: Pick<
  RegionResolvers,
  | 'categories'
  | 'commissionLabel'
  | 'contactLabel'
  | 'course'
  | 'credentialsValidDays'
  | 'example'
  | 'id'
  | 'label'
  | 'operatorLabel'
  | 'pages'
  | 'slug'
  | 'systemLabel'
  | 'teacherAccountMode'
  | 'terms'
  | 'timezone'
> = {
  label: async (region, _args, { language }) => (await procedureOf(region)).region.label[language],
  systemLabel: async (region, _args, { language }) => (await procedureOf(region)).system.label[language],
  operatorLabel: async (region, _args, { language }) => (await procedureOf(region)).system.operator[language],
  commissionLabel: async (region, _args, { language }) => (await procedureOf(region)).system.commission[language],
  contactLabel: async (region, _args, { language }) => (await procedureOf(region)).system.contact?.[language] ?? null,
  example: async (region) => (await procedureOf(region)).example,
  pages: (region, _args, { language }) => pagesOf(region, language),
  teacherAccountMode: async (region) => accountRule(await procedureOf(region), 'TEACHER')?.mode ?? '',
  credentialsValidDays: async (region) => accountRule(await procedureOf(region), 'TEACHER')?.credentialsValidDays ?? null,
  course: async (region, _args, { language }) => {
    const { caseLine, deadlines } = await procedureOf(region);
    return caseLine.map((step) => {
      const term = deadlines.find((d) => d.id === step.deadline);
      return { id: step.id, label: step.label[language], term: term ? (asTerm(term, language) ?? null) : null };
    });
  },
  terms: async (region, _args, { language }) => (await procedureOf(region)).deadlines.flatMap((term) => asTerm(term, language) ?? []),
  categories: async (region, _args, { language }) =>
    (await procedureOf(region)).categories.filter((c) => c.offered).map((c) => c.label[language]),
};

/** A term counted in days; those that end on a day of the month have their own words in the help pages. */
function asTerm(term: Deadline, language: 'ru' | 'en'): RegionTerm | null {
  if (!term.amount || term.unit === 'day_of_month') return null;
  return {
    id: term.id,
    label: term.label[language],
    amount: term.amount,
    unit: term.unit === 'working_days' ? 'WORKING_DAYS' : 'CALENDAR_DAYS',
  };
}
