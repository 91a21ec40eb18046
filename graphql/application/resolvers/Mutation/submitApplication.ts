import { endReport } from '@/server/cardReports';
import { getViewerAs } from '@/server/context';
import { holdCard } from '@/server/frozenCard';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';
import { nameAccount } from '../../nameAccount';

export const submitApplication: NonNullable<MutationResolvers['submitApplication']> = async (_parent, { id }, context) =>
  perform(getViewerAs(context, 'TEACHER'), id, {
    action: 'submit',
    write: async (tx, found, at) => {
      await holdCard(tx, found);
      await endReport(tx, id, at);
      return nameAccount(tx, found, at);
    },
  });
