import { writeAudit } from '@/server/audit';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { notFound } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import { newDraft } from '../../../application/draft';
import type { MutationResolvers } from './../../../types.generated';

export const startPracticeCase: NonNullable<MutationResolvers['startPracticeCase']> = async (_parent, args, context) => {
  const viewer = getViewerAs(context, 'ADMINISTRATOR');
  const where = { AND: [{ regionId: viewer.regionId }, { id: args.procedureVersionId }] };
  const { id: versionId } = (await prisma.procedureVersion.findFirst({ where, select: { id: true } })) ?? notFound();
  const procedure = await getProcedure(versionId);
  const account = await prisma.account.findUniqueOrThrow({ where: { id: viewer.accountId } });
  const application = await prisma.$transaction(async (tx) => {
    const draft = newDraft({ viewer, versionId, procedure, account, at: now() });
    const row = await tx.application.create({ data: { ...draft, practice: true } });
    await writeAudit(tx, viewer, { action: 'start_practice_case', objectType: 'Application', objectId: row.id });
    return row;
  });
  return { problems: [], application };
};
