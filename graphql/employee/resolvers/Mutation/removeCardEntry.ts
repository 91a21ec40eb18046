import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { getFillerProcedure } from '../../employees';
import { removeEntry } from '../../entries';

export const removeCardEntry: NonNullable<MutationResolvers['removeCardEntry']> = async (_parent, { id }, context) => {
  const viewer = getViewer(context);
  const procedure = await getFillerProcedure(viewer);
  return { problems: await prisma.$transaction((tx) => removeEntry(tx, viewer, procedure, id)) };
};
