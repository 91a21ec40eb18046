import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';
import { answer } from '../../answer';
import { sign } from '../../signatures';

export const confirmEmployer: NonNullable<MutationResolvers['confirmEmployer']> = async (_parent, { applicationId }, context) => {
  const viewer = getViewer(context);
  return perform(viewer, applicationId, {
    record: 'confirm_employer',
    write: async (tx, found, at) => {
      const { complete, count } = await sign(tx, found, viewer, at);
      const data = { ...(count !== null && { detail: count }) };
      if (!complete) return { data };
      await answer(tx, found, viewer, at, { status: 'CONFIRMED', reason: null, disputedFields: [] });
      return { events: ['employer.confirmed'], data };
    },
  });
};
