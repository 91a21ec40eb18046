import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { getCardProcedure } from '../../employees';
import { removeEntry } from '../../entries';

export const removeCardEntry: NonNullable<MutationResolvers['removeCardEntry']> = async (_parent, { id }, context) => {
  const viewer = getViewerAs(context, 'SCHOOL_HR', 'SCHOOL_DEPUTY');
  const procedure = await getCardProcedure(viewer);
  return { problems: await prisma.$transaction((tx) => removeEntry(tx, viewer, procedure, id)) };
};
