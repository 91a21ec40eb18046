import { problem } from '@/domain/problems';
import { writeAudit } from '@/server/audit';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { notFound } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { visibleApplications } from '@/server/visibility';
import type { MutationResolvers } from './../../../types.generated';

export const discardApplication: NonNullable<MutationResolvers['discardApplication']> = async (_parent, { id }, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const mine = { AND: [visibleApplications(viewer), { id }] };
  const count = await prisma.$transaction(async (tx) => {
    const gone = await tx.application.updateMany({ where: { ...mine, submittedAt: null }, data: { discardedAt: now() } });
    if (gone.count) await writeAudit(tx, viewer, { action: 'discard_application', objectType: 'Application', objectId: id });
    return gone.count;
  });
  if (count) return { problems: [] };
  return (await prisma.application.count({ where: mine })) ? { problems: [problem('WRONG_STATUS')] } : notFound();
};
