import { problem } from '@/domain/problems';
import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import { changesBetween } from '@/server/audit';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const recordPortalNumber: NonNullable<MutationResolvers['recordPortalNumber']> = async (_parent, { input }, context) =>
  perform(getViewer(context), input.id, {
    record: 'record_portal_number',
    write: async (tx, { application }) => {
      const { portalNumber: former } = application;
      const portalNumber = input.number.trim();
      const path = ['input', 'number'];
      if (!portalNumber) return { problems: [problem('REQUIRED', path)] };
      const long = lengthProblems(portalNumber, TEXT_LIMITS.portalNumber, path);
      if (long.length) return { problems: long };
      await tx.application.update({ where: { id: application.id }, data: { portalNumber } });
      return { data: { detail: portalNumber }, changes: changesBetween({ portalNumber: former }, { portalNumber }) };
    },
  });
