import { openCommissionActions } from '@/domain/decision';
import { getViewer } from '@/server/context';
import { forbidden } from '@/server/errors';
import { getCurrentProcedure } from '@/server/procedures';
import { isStaff } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';

export const commission: NonNullable<QueryResolvers['commission']> = async (_parent, _arg, context) => {
  const viewer = getViewer(context);
  if (!isStaff(viewer)) return forbidden();
  const { steps, quorum, tie } = (await getCurrentProcedure(viewer.regionId)).procedure.decision;
  return {
    steps,
    quorumNeed: quorum.need,
    quorumOf: quorum.of,
    minMembers: quorum.minMembers,
    tie,
    viewerActions: openCommissionActions(viewer.role),
  };
};
