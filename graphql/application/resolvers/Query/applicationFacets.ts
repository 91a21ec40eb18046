import { schedulersOf } from '@/domain/schedule';
import { getViewer } from '@/server/context';
import { forbidden } from '@/server/errors';
import { getCurrentProcedure } from '@/server/procedures';
import { isStaff } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';

export const applicationFacets: NonNullable<QueryResolvers['applicationFacets']> = async (_parent, _arg, context) => {
  const viewer = getViewer(context);
  if (!isStaff(viewer)) return forbidden();
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  return {
    employer: ['confirm_facts', 'sign_portfolio'].includes(procedure.employerConfirmation.mode),
    schedule: schedulersOf(procedure).includes(viewer.role),
    handover: procedure.assessment.handover?.by === viewer.role,
    withdrawals: procedure.application.withdrawal.registeredBy?.includes(viewer.role) ?? false,
  };
};
