import { problem } from '@/domain/problems';
import { changesBetween } from '@/server/audit';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

const MAX = 40;

export const recordPortalNumber: NonNullable<MutationResolvers['recordPortalNumber']> = async (_parent, { input }, context) =>
  perform(getViewer(context), input.id, {
    record: 'record_portal_number',
    write: async (tx, { application }) => {
      const { portalNumber: former } = application;
      const portalNumber = input.number.trim();
      const path = ['input', 'number'];
      if (!portalNumber) return { problems: [problem('REQUIRED', path)] };
      if (portalNumber.length > MAX) return { problems: [problem('VALUE_TOO_LONG', path, { max: MAX })] };
      await tx.application.update({ where: { id: application.id }, data: { portalNumber } });
      return { data: { detail: portalNumber }, changes: changesBetween({ portalNumber: former }, { portalNumber }) };
    },
  });
