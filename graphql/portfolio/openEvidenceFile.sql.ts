import type { Viewer } from '@/domain/viewer';
import type { EvidenceFile } from '@/generated/prisma/client';
import { auditInsert, auditWho } from '@/server/audit';
import { Prisma, prisma } from '@/server/prisma';
import { visibleApplicationsSql } from '@/server/visibility';

export interface OpenedFile {
  storedKey: string;
  name: string;
  contentType: string;
  size: number;
}

/**
 * One statement: the right to the case, the state in which the right to the file was judged, and the line of the trail for another's file. No key is
 * read without its line; null when the case or the file has moved on meanwhile, so that a portfolio taken back in that moment is not read.
 */
export async function openFile(
  viewer: Viewer,
  judged: Pick<EvidenceFile, 'id' | 'status'> & { portfolioStatus: string },
  use: string,
): Promise<OpenedFile | null> {
  const line = auditInsert(Prisma.sql`${auditWho(viewer, { action: 'open_evidence' })}`, {
    action: 'open_evidence',
    objectType: 'EvidenceFile',
    objectId: Prisma.sql`anothers.id::text`,
    applicationId: Prisma.sql`anothers."applicationId"`,
    personId: Prisma.sql`anothers."personId"`,
    data: Prisma.sql`jsonb_build_object('as', ${use}::text, 'title', anothers.name)`,
    from: 'anothers',
  });
  const rows = await prisma.$queryRaw<OpenedFile[]>(Prisma.sql`
    with opened as materialized (
      select f.id, f."applicationId", f."uploadedById", a."accountId" as "personId", f."storedKey", f.name, f."contentType", f.size
      from "EvidenceFile" f
      join "Application" a on a.id = f."applicationId"
      left join "Portfolio" p on p."applicationId" = a.id
      where f.id = ${judged.id}::uuid and f.status = ${judged.status} and f."storedKey" is not null and f."virusCheck" <> 'INFECTED'
        and coalesce(p.status, 'NONE') = ${judged.portfolioStatus} and ${visibleApplicationsSql(viewer)}
    ), anothers as (
      select * from opened where "uploadedById" <> ${viewer.accountId}::uuid
    ), line as (${line})
    select "storedKey", name, "contentType", size from opened`);
  return rows[0] ?? null;
}
