import { keepsCards } from '@/domain/card';
import type { CardHolder } from '@/domain/cardMatch';
import type { Viewer } from '@/domain/viewer';
import { writeAudit } from '@/server/audit';
import { findHolders, holderOf } from '@/server/caseCards';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { prisma, type Tx } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { MutationResolvers } from './../../../types.generated';
import { newDraft } from '../../draft';

export const createApplication: NonNullable<MutationResolvers['createApplication']> = async (_parent, _arg, context) => {
  const viewer = getViewerAs(context, 'TEACHER');
  const { versionId, procedure } = await getCurrentProcedure(viewer.regionId);
  const application = await prisma.$transaction(async (tx) => {
    // Two presses at once begin one draft: the account's row makes the second wait and find the first.
    await tx.$queryRaw`select id from "Account" where id = ${viewer.accountId}::uuid for update`;
    const own = { regionId: viewer.regionId, accountId: viewer.accountId, discardedAt: null, practice: false };
    const holder = keepsCards(procedure) ? await findCardHolder(tx, viewer) : null;
    const fresh = [{ positionId: null }, ...(holder ? [{ positionId: holder.positionId, organisationId: holder.organisationId }] : [])];
    const begun = await tx.application.findFirst({ where: { ...own, status: 'DRAFT', submittedAt: null, OR: fresh } });
    if (begun) return begun;
    const account = await tx.account.findUniqueOrThrow({ where: { id: viewer.accountId } });
    const row = await tx.application.create({ data: newDraft({ viewer, versionId, procedure, account, holder, at: now() }) });
    await writeAudit(tx, viewer, { action: 'create_application', objectType: 'Application', objectId: row.id });
    return row;
  });
  return { problems: [], application };
};

/** The place of work to begin with: where the card is confirmed, else the first. */
async function findCardHolder(tx: Tx, { regionId, accountId }: Viewer): Promise<CardHolder | null> {
  const places = await findHolders(tx, { regionId, accountIds: [accountId] });
  const place = places.find(({ card }) => card?.status === 'CONFIRMED') ?? places[0];
  return place ? holderOf(place) : null;
}
