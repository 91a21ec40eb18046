import type { Facts } from '@/domain/case/facts';
import { COUNTED } from '@/domain/case/groups';
import type { EmployerConfirmationStatus, EmployerPaperStatus, PortfolioStatus } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import type { EvidenceEntry, EvidenceFile } from '@/generated/prisma/client';
import { pool } from '@/server/prisma';
import { maySee } from '@/server/visibility';
import { entryOf } from '../portfolio/portfolio.sql';
import type { StoredScore } from './resolvers/Mutation/saveScore.sql';

export interface GridRow {
  assignmentId: string;
  sheetId: string;
  sheetStatus: string;
  assignmentStatus: string;
  own: boolean;
  caseStatus: string;
  versionId: string;
  positionId: string | null;
  categoryId: string | null;
  recommendations: string;
  recommendationsVersion: number;
  total: string | null;
  finalAt: Date | null;
  reopenReason: string | null;
  frozenAt: Date | null;
  /** What the right to read its evidence asks (domain/rights.ts). */
  values: Facts['values'];
  submitted: boolean;
  portfolioStatus: PortfolioStatus;
  employerConfirmation: EmployerConfirmationStatus | null;
  employerPaper: EmployerPaperStatus | null;
  /** Status of the viewer's own assignment to the case; null: he has none. */
  ownStatus: string | null;
  scores: StoredScore[];
  files: EvidenceFile[];
  entries: EvidenceEntry[];
}

/**
 * Whole sheets in one statement: their right, the cells, the files. One's own at any time; another's only when final, for an expert only when his own sheet of
 * that case is final too, or at any time where the experts at work score together. Which of the
 * evidence the viewer reads is asked of each indicator (grid.ts).
 */
const SCORE_GRID = `
  select a.id as "assignmentId", s.id as "sheetId", s.status as "sheetStatus", a.status as "assignmentStatus", coalesce(a."expertId" = $3::uuid, false) as own, c.status as "caseStatus",
         c."procedureVersionId" as "versionId", c."positionId", c."categoryId", s.recommendations, s."recommendationsVersion", s.total::text, s."finalAt",
         s."reopenReason", p."sentAt" as "frozenAt",
         c.values, c."submittedAt" is not null as submitted, coalesce(p.status, 'NONE') as "portfolioStatus",
         (select e.status from "EmployerConfirmation" e where e."applicationId" = c.id) as "employerConfirmation",
         (select e.status from "EmployerPaper" e where e."applicationId" = c.id) as "employerPaper",
         (select mine.status from "ExpertAssignment" mine where mine."applicationId" = c.id and mine."expertId" = $3::uuid
          order by mine.id desc limit 1) as "ownStatus",
         coalesce((select jsonb_agg(jsonb_build_object('criterionId', v."criterionId", 'value', v.value::text, 'comment', v.comment, 'version', v.version,
                                                       'updatedAt', v."updatedAt"))
                   from "Score" v where v."sheetId" = s.id), '[]') as scores,
         coalesce((select jsonb_agg(to_jsonb(f) order by f.id)
                   from "EvidenceFile" f
                   where f."applicationId" = c.id and f."indicatorId" is not null and f.status = 'STORED'), '[]') as files,
         coalesce((select jsonb_agg(to_jsonb(e) order by e.id)
                   from "EvidenceEntry" e
                   where e."applicationId" = c.id and e."removedAt" is null), '[]') as entries
  from "ExpertAssignment" a
  join "Application" c on c.id = a."applicationId"
  join "ScoreSheet" s on s."assignmentId" = a.id
  left join "Portfolio" p on p."applicationId" = c.id
  where a.id = any($1::uuid[]) and a."regionId" = $2::uuid
    and (a."expertId" = $3::uuid
         or a.status = 'FINAL' and $4::boolean
         or exists (
              select 1 from "ExpertAssignment" mine
              where mine."applicationId" = c.id and mine."expertId" = $3::uuid
                and (a.status = 'FINAL' and mine.status = 'FINAL'
                     or $5::boolean and a.status = any($6::text[]) and mine.status = any($6::text[]))))`;

/** The sheets of assignments where the viewer may see them, in their order; null where he may not. */
export async function findGrids(viewer: Viewer, assignmentIds: readonly string[], showOtherExperts: boolean): Promise<(GridRow | null)[]> {
  const { rows } = await pool().query<GridRow>({
    name: 'score_grids',
    text: SCORE_GRID,
    values: [[...new Set(assignmentIds)], viewer.regionId, viewer.expertId, maySee(viewer, 'other_scores'), showOtherExperts, COUNTED],
  });
  return assignmentIds.map((id) => {
    const row = rows.find((r) => r.assignmentId === id);
    if (!row) return null;
    const scores = row.scores.map((score) => ({ ...score, updatedAt: new Date(score.updatedAt) }));
    return { ...row, scores, files: row.files.map(revived), entries: row.entries.map(entryOf) };
  });
}

/** JSON carries instants as text. */
function revived(file: EvidenceFile): EvidenceFile {
  const instant = (value: Date | null) => (value === null ? null : new Date(value));
  return {
    ...file,
    policyExpiresAt: new Date(file.policyExpiresAt),
    createdAt: new Date(file.createdAt),
    storedAt: instant(file.storedAt),
    removedAt: instant(file.removedAt),
  };
}
