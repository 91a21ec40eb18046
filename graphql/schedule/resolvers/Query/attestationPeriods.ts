import { dayIn } from '@/domain/days';
import { periodsAround, periodsToChoose } from '@/domain/schedule';
import { now } from '@/server/clock';
import { getViewer } from '@/server/context';
import { forbidden } from '@/server/errors';
import { getCurrentProcedure } from '@/server/procedures';
import { isStaff } from '@/server/visibility';
import type { QueryResolvers } from './../../../types.generated';

export const attestationPeriods: NonNullable<QueryResolvers['attestationPeriods']> = async (_parent, { past }, context) => {
  const viewer = getViewer(context);
  if (!isStaff(viewer)) return forbidden();
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  const periods = (past ? periodsAround : periodsToChoose)(procedure, dayIn(procedure.region.timezone, now()));
  return periods.map((period) => ({ procedure, period }));
};
