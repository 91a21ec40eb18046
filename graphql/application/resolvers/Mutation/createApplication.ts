import { keepsCards } from '@/domain/card';
import type { Viewer } from '@/domain/viewer';
import { writeAudit } from '@/server/audit';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { prisma, type Tx } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { MutationResolvers } from './../../../types.generated';
import { type CardHolder, newDraft } from '../../draft';

export const createApplication: NonNullable<MutationResolvers['createApplication']> = async (_parent, _arg, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const { versionId, procedure } = await getCurrentProcedure(viewer.regionId);
  const application = await prisma.$transaction(async (tx) => {
    // Two presses at once begin one draft: the account's row makes the second wait and find the first.
    await tx.$queryRaw`select id from "Account" where id = ${viewer.accountId}::uuid for update`;
    const own = { regionId: viewer.regionId, accountId: viewer.accountId, discardedAt: null, practice: false };
    const employee = keepsCards(procedure) ? await findCardHolder(tx, viewer) : null;
    const fresh = [
      { positionId: null },
      ...(employee ? [{ positionId: employee.positionId, organisationId: employee.organisationId }] : []),
    ];
    const begun = await tx.application.findFirst({ where: { ...own, status: 'DRAFT', submittedAt: null, OR: fresh } });
    if (begun) return begun;
    const account = await tx.account.findUniqueOrThrow({ where: { id: viewer.accountId } });
    const row = await tx.application.create({ data: newDraft({ viewer, versionId, procedure, account, employee, at: now() }) });
    await writeAudit(tx, viewer, { action: 'create_application', objectType: 'Application', objectId: row.id });
    return row;
  });
  return { problems: [], application };
};

/** The place of work to begin with: where the card is confirmed, else the first. */
async function findCardHolder(tx: Tx, { regionId, accountId }: Viewer): Promise<CardHolder | null> {
  const where = { regionId, accountId, dismissedAt: null };
  const places = await tx.employee.findMany({ where, include: { organisation: true, card: true }, orderBy: { id: 'asc' } });
  return places.find(({ card }) => card?.status === 'CONFIRMED') ?? places[0] ?? null;
}
