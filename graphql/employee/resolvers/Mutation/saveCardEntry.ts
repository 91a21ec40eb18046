import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { getFillerProcedure } from '../../employees';
import { saveEntry } from '../../entries';

export const saveCardEntry: NonNullable<MutationResolvers['saveCardEntry']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const procedure = await getFillerProcedure(viewer);
  return prisma.$transaction((tx) => saveEntry(tx, viewer, procedure, input));
};
