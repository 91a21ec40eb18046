import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { getCardProcedure } from '../../employees';
import { saveEntry } from '../../entries';

export const saveCardEntry: NonNullable<MutationResolvers['saveCardEntry']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'SCHOOL_HR', 'SCHOOL_DEPUTY');
  const procedure = await getCardProcedure(viewer);
  return prisma.$transaction((tx) => saveEntry(tx, viewer, procedure, input));
};
