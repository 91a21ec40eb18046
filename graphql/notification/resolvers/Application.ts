import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import { isStaff, maySee } from '@/server/visibility';
import type { ApplicationResolvers } from './../../types.generated';

export const Application: Pick<ApplicationResolvers, 'letters'> = {
  letters: async ({ id, procedureVersionId }, _arg, context) => {
    if (!maySee(getViewer(context), 'contact') || !isStaff(getViewer(context))) return [];
    const [procedure, rows] = await Promise.all([
      getProcedure(procedureVersionId),
      prisma.notification.findMany({ where: { applicationId: id }, orderBy: { id: 'desc' } }),
    ]);
    return rows.map((row) => ({ row, procedure }));
  },
};
