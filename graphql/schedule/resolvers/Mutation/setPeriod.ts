import { changesBetween } from '@/server/audit';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';
import { putIntoPeriod } from '../../period';

export const setPeriod: NonNullable<MutationResolvers['setPeriod']> = async (_parent, { input }, context) =>
  perform(getViewer(context), input.applicationId, {
    record: 'set_period',
    write: async (tx, found, at) => ({
      problems: await putIntoPeriod(tx, found, input.periodId, at),
      data: { periodId: input.periodId },
      changes: changesBetween(found.application, { periodId: input.periodId }),
    }),
  });
