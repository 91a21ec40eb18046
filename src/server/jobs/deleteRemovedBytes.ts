import { DEADLINE_AHEAD, FILE_REMOVED } from '@/domain/case/groups';
import { retentionTerms } from '@/domain/retention';
import { Prisma, prisma } from '../prisma';
import { getProcedure } from '../procedures';
import { deleteLeftovers } from '../storage/sweep';

/** How long a removed file can still be missed. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** Terms of appeal and retention of every version that a case may follow, as two columns. */
async function findRetentionTerms(): Promise<{ versions: string[]; terms: string[] }> {
  const versions = await prisma.procedureVersion.findMany({ select: { id: true } });
  const pairs = await Promise.all(versions.map(async ({ id }) => retentionTerms(await getProcedure(id)).map((term) => ({ id, term }))));
  return { versions: pairs.flat().map(({ id }) => id), terms: pairs.flat().map(({ term }) => term) };
}

/**
 * Deletes the bytes of at most `limit` files that were removed more than 90 days before `at` (business time) and that nobody but their teacher ever
 * had before him: while the file lay in the case nothing happened to the case but the gathering of evidence, and nobody else opened it. Never while
 * an appeal is open, nor a term of appeal or retention to come or running. The row stays, marked. The row is marked first: whoever puts the file
 * back at the same moment either keeps its bytes or is told that they are gone. Gives the number of files.
 */
export async function deleteRemovedBytes(at: Date, limit: number): Promise<number> {
  const { versions, terms } = await findRetentionTerms();
  const gone = await prisma.$queryRaw<{ storedKey: string }[]>(Prisma.sql`
    with due as (
      select f.id, f."storedKey" from "EvidenceFile" f join "Application" a on a.id = f."applicationId"
      where f."removedAt" < ${new Date(at.getTime() - KEPT_MS)} and f.status = any(${[...FILE_REMOVED]}) and f."storedKey" is not null
        and f.paper is null and a.status <> 'APPEAL'
        and not exists (
          select 1 from "Deadline" d join unnest(${versions}::uuid[], ${terms}::text[]) as kept(version, term)
            on kept.version = a."procedureVersionId" and kept.term = d."termId"
          where d."applicationId" = a.id and d.status = any(${[...DEADLINE_AHEAD]}))
        and not exists (
          select 1 from "TimelineEntry" t
          where t."applicationId" = a.id and t.kind <> 'edit_portfolio' and t.at between f."storedAt" and f."removedAt")
        and not exists (
          select 1 from "AuditEntry" o
          where o."objectType" = 'EvidenceFile' and o."objectId" = f.id::text and o.action = 'open_evidence' and o."accountId" <> f."uploadedById")
      order by f."removedAt" limit ${limit} for update of f skip locked),
    marked as (
      update "EvidenceFile" f set "storedKey" = null, "bytesDeletedAt" = ${at} from due where f.id = due.id returning f.id)
    select due."storedKey" from due join marked on marked.id = due.id`);
  await deleteLeftovers(gone.map(({ storedKey }) => storedKey));
  return gone.length;
}
