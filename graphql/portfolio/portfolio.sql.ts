import type { EvidenceFile } from '@/generated/prisma/client';
import { pool } from '@/server/prisma';

export interface PortfolioRows {
  row: { status: string; createdAt: Date; sentAt: Date | null };
  files: EvidenceFile[];
}

/**
 * A portfolio with all files of its indicators in one statement, which the index on EvidenceFile("applicationId", "indicatorId") serves.
 * Uploads that were given up are left out; removed files come along so that they can be restored.
 */
const TEXT = `
  select p.status as "portfolioStatus", p."createdAt" as "portfolioCreatedAt", p."sentAt" as "portfolioSentAt", f.*
  from "Portfolio" p
  left join "EvidenceFile" f on f."applicationId" = p."applicationId" and f."indicatorId" is not null
    and (f.status in ('PENDING', 'STORED', 'REJECTED') or f."storedKey" is not null)
  where p."applicationId" = $1
  order by f.id`;

interface Row {
  portfolioStatus: string;
  portfolioCreatedAt: Date;
  portfolioSentAt: Date | null;
}

/** The portfolio of a case that already passed visibility, or null while there is none. */
export async function findPortfolio(applicationId: string): Promise<PortfolioRows | null> {
  const { rows } = await pool().query<Row & (EvidenceFile | { id: null })>({ name: 'portfolio', text: TEXT, values: [applicationId] });
  const [first] = rows;
  if (!first) return null;
  const row = { status: first.portfolioStatus, createdAt: first.portfolioCreatedAt, sentAt: first.portfolioSentAt };
  return { row, files: rows.filter((f): f is Row & EvidenceFile => f.id !== null) };
}
