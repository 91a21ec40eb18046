import { changesBetween } from '@/server/audit';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';
import { putIntoPeriod } from '../../period';

export const scheduleApplication: NonNullable<MutationResolvers['scheduleApplication']> = async (_parent, { input }, context) => {
  const { id, periodId } = input;
  return perform(getViewer(context), id, {
    action: 'schedule',
    ...(periodId && { input: { period: periodId } }),
    write: async (tx, found, at) => {
      if (!periodId) return undefined;
      const changes = changesBetween(found.application, { periodId });
      return { problems: await putIntoPeriod(tx, found, periodId, at), data: { periodId }, changes };
    },
  });
};
