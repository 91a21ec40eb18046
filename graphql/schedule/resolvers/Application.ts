import { openRecordActions } from '@/domain/case/acts';
import { machineLabel } from '@/domain/labels';
import { findPeriod } from '@/domain/schedule';
import type { Application as ApplicationRow } from '@/generated/prisma/client';
import { type GraphQLContext, getViewer } from '@/server/context';
import { notFound } from '@/server/errors';
import type { ApplicationResolvers } from './../../types.generated';
import { settableTerms } from '../dates';

const withCase = async (row: ApplicationRow, context: GraphQLContext) => (await context.loaders.case.load(row.id)) ?? notFound();

export const Application: Pick<ApplicationResolvers, 'period' | 'scheduleStatus' | 'scheduleStatusLabel' | 'settableDates'> = {
  period: async (row, _arg, context) => {
    if (!row.periodId) return null;
    const { procedure } = await withCase(row, context);
    const period = findPeriod(procedure, row.periodId);
    return period && { procedure, period };
  },
  scheduleStatus: async (row, _arg, context) => (await withCase(row, context)).facts.scheduleStatus,
  scheduleStatusLabel: async (row, _arg, context) => {
    const { procedure, facts } = await withCase(row, context);
    return facts.scheduleStatus && machineLabel(procedure, 'schedule', facts.scheduleStatus, context.language);
  },
  settableDates: async (row, _arg, context) => {
    const found = await withCase(row, context);
    const acts = openRecordActions(found.procedure, found.form, found.facts, getViewer(context).role);
    if (!acts.some(({ action }) => action === 'set_dates')) return [];
    return settableTerms(found).map(({ term, until }) => ({
      termId: term.id,
      label: term.label[context.language],
      untilDate: until,
    }));
  },
};
