import { getViewerAs } from '@/server/context';
import type { MutationResolvers } from './../../../types.generated';
import { getCardProcedure, getEmployee } from '../../employees';
import { enterEmployee } from '../../enterEmployee';

export const createEmployee: NonNullable<MutationResolvers['createEmployee']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'SCHOOL_HR');
  const procedure = await getCardProcedure(viewer);
  const { problems, employeeId, activationCode } = await enterEmployee(viewer, procedure, input, context.language);
  return { problems, employee: employeeId ? await getEmployee(viewer, employeeId) : null, activationCode };
};
