import { keepsCards } from '@/domain/card';
import { getViewer } from '@/server/context';
import { getCurrentProcedure } from '@/server/procedures';
import type { QueryResolvers } from './../../../types.generated';
import { findEmployee } from '../../employees';

export const employee: NonNullable<QueryResolvers['employee']> = async (_parent, { id }, context) => {
  const viewer = getViewer(context);
  return keepsCards((await getCurrentProcedure(viewer.regionId)).procedure) ? findEmployee(viewer, id) : null;
};
