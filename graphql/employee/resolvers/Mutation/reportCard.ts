import { findHolders, holderFor } from '@/server/caseCards';
import { getViewerAs } from '@/server/context';
import { newId } from '@/server/ids';
import { perform } from '@/server/perform';
import type { Prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';

export const reportCard: NonNullable<MutationResolvers['reportCard']> = async (_parent, { applicationId }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  return perform(viewer, applicationId, {
    record: 'report_card',
    write: async (tx, { application, facts }, at) => {
      const { regionId, accountId } = application;
      const holder = holderFor(await findHolders(tx, { regionId, accountIds: [accountId] }), application);
      if (!holder || !facts.card) return undefined;
      const differences = facts.card.differences.map(({ fieldId, stated, onCard }) => ({ fieldId, stated, onCard }));
      const about = { regionId, applicationId, employeeId: holder.id, differences: differences satisfies Prisma.InputJsonArray };
      await tx.cardReport.create({ data: { id: newId(), ...about, createdAt: at, createdById: viewer.accountId } });
      return { events: [{ event: 'card.reported', organisationId: holder.organisationId }] };
    },
  });
};
