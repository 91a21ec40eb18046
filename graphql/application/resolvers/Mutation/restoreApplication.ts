import { endOfDay } from '@/domain/days';
import { getViewer } from '@/server/context';
import { latestTerms } from '@/server/facts';
import { newId } from '@/server/ids';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const restoreApplication: NonNullable<MutationResolvers['restoreApplication']> = async (_parent, { input }, context) =>
  perform(getViewer(context), input.id, {
    action: 'restore',
    input: { until: input.untilDate },
    write: async (tx, { application, procedure }, at) => {
      // The term whose lapse stopped the case runs again until the new day; the old one stays in the history.
      const stopping = procedure.transitions.filter((t) => t.action === 'expire').map((t) => t.deadline);
      for (const lapsed of latestTerms(application).values()) {
        if (!stopping.includes(lapsed.termId) || lapsed.status !== 'LAPSED') continue;
        await tx.deadline.create({
          data: {
            id: newId(),
            regionId: application.regionId,
            applicationId: application.id,
            termId: lapsed.termId,
            startedAt: at,
            untilDate: new Date(input.untilDate),
            lapsesAt: endOfDay(input.untilDate, procedure.region.timezone),
            status: 'RUNNING',
            warned: [],
          },
        });
      }
      return { data: { until: input.untilDate } };
    },
  });
