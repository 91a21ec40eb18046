import { FILE_PRESENT } from '@/domain/case/groups';
import type { EvidenceEntry, EvidenceFile } from '@/generated/prisma/client';
import { groupBy } from '@/server/perRequest';
import { pool } from '@/server/prisma';

export interface PortfolioRows {
  row: { status: string; createdAt: Date; sentAt: Date | null; usedBytes: number };
  files: EvidenceFile[];
  /** Removed ones too, in the order they were begun. */
  entries: EvidenceEntry[];
}

/**
 * Portfolios with all files and entries of their indicators in one statement, which the indexes on ("applicationId", "indicatorId") serve.
 * Uploads that were given up are left out; removed files and entries come along so that they can be restored.
 */
const TEXT = `
  select p."applicationId" as "caseId", p.status as "portfolioStatus", p."createdAt" as "portfolioCreatedAt", p."sentAt" as "portfolioSentAt",
    coalesce((select jsonb_agg(to_jsonb(e) order by e.id) from "EvidenceEntry" e where e."applicationId" = p."applicationId"), '[]') as "portfolioEntries",
    (select coalesce(sum(u.size), 0)::float8 from "EvidenceFile" u where u."applicationId" = p."applicationId" and u.paper is null
      and (u."storedKey" is not null or u."policyExpiresAt" > now())) as "usedBytes", f.*
  from "Portfolio" p
  left join "EvidenceFile" f on f."applicationId" = p."applicationId" and f."indicatorId" is not null
    and (f.status = any($2::text[]) or f."storedKey" is not null)
  where p."applicationId" = any($1::uuid[])
  order by f.id`;

interface Row {
  caseId: string;
  portfolioStatus: string;
  portfolioCreatedAt: Date;
  portfolioSentAt: Date | null;
  usedBytes: number;
  portfolioEntries: EvidenceEntry[];
}

/** The portfolios of cases that already passed visibility, in their order; null where there is none yet. */
export async function findPortfolios(applicationIds: readonly string[]): Promise<(PortfolioRows | null)[]> {
  const values = [[...new Set(applicationIds)], FILE_PRESENT];
  const { rows } = await pool().query<Row & (EvidenceFile | { id: null })>({ name: 'portfolios', text: TEXT, values });
  return groupBy(applicationIds, rows, (row) => row.caseId).map((own) => {
    const [first] = own;
    if (!first) return null;
    const row = {
      status: first.portfolioStatus,
      createdAt: first.portfolioCreatedAt,
      sentAt: first.portfolioSentAt,
      usedBytes: first.usedBytes,
    };
    return { row, files: own.filter((f): f is Row & EvidenceFile => f.id !== null), entries: first.portfolioEntries.map(entryOf) };
  });
}

/** An entry out of jsonb, which carries instants as text. */
export const entryOf = (json: EvidenceEntry): EvidenceEntry => ({
  ...json,
  createdAt: new Date(json.createdAt),
  updatedAt: new Date(json.updatedAt),
  removedAt: json.removedAt === null ? null : new Date(json.removedAt),
});
