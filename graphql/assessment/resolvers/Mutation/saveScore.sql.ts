import { ASSESSING } from '@/domain/case/groups';
import type { Viewer } from '@/domain/viewer';
import { auditInsert, auditWho } from '@/server/audit';
import { newId } from '@/server/ids';
import { Prisma, pool } from '@/server/prisma';

export interface StoredScore {
  criterionId: string;
  value: string | null;
  comment: string;
  version: number;
  updatedAt: Date;
}

/**
 * One statement: right (the viewer's own assignment, his role not removed), gate (acts.ts save_score), version, write, history, audit, first steps of
 * sheet and assignment. The case is locked first, then assignment and sheet, as perform() does: a finish, a replacement and a cell follow each other, and
 * whoever comes second sees what the first left. A cell that exists changes only from the version the expert saw.
 */
const SAVE_SCORE = `
  with place as materialized (
    select a.id, a."applicationId"
    from "ExpertAssignment" a
    where a.id = $1::uuid and a."expertId" = $2::uuid and a."regionId" = $3::uuid
      and exists (select 1 from "RoleAssignment" r where r.id = $4::uuid and r."removedAt" is null)
  ), open_case as materialized (
    select c.id from "Application" c where c.id = (select "applicationId" from place) and c.status = 'EXPERTISE' for share
  ), open_assignment as materialized (
    select a.id, a.status
    from "ExpertAssignment" a, open_case
    where a.id = $1::uuid and a."applicationId" = open_case.id and a.status = any($14::text[])
    for update of a
  ), open_sheet as materialized (
    select s.id, s.status
    from "ScoreSheet" s, open_assignment
    where s."assignmentId" = open_assignment.id and s.status <> 'FINAL'
    for update of s
  ), saved as (
    insert into "Score" (id, "regionId", "sheetId", "criterionId", value, comment, version, "updatedAt")
    select $5::uuid, $3::uuid, s.id, $6, $7::numeric, $8, 1, $9::timestamptz
    from open_sheet s
    where $10::int = 0 or exists (select 1 from "Score" known where known."sheetId" = s.id and known."criterionId" = $6)
    on conflict ("sheetId", "criterionId") do update
      set value = excluded.value, comment = excluded.comment, version = "Score".version + 1, "updatedAt" = excluded."updatedAt"
      where "Score".version = $10::int
    returning "sheetId", "criterionId", value, comment, version, "updatedAt"
  ), told as (
    select saved.*, former.value as former, former.comment as "formerComment"
    from saved left join "Score" former on former."sheetId" = saved."sheetId" and former."criterionId" = saved."criterionId"
    where (former.value, coalesce(former.comment, '')) is distinct from (saved.value, saved.comment)
  ), history as (
    insert into "ScoreRevision" (id, "regionId", "sheetId", "criterionId", value, comment, version, "accountId", at)
    select $11::uuid, $3::uuid, "sheetId", "criterionId", value, comment, version, $12::uuid, "updatedAt" from saved
  ), begun as (
    update "ScoreSheet" s set status = 'DRAFT', "openedAt" = coalesce(s."openedAt", $9::timestamptz)
    from open_sheet, saved
    where s.id = open_sheet.id and open_sheet.status = 'EMPTY'
  ), at_work as (
    update "ExpertAssignment" a set status = 'SCORING'
    from open_assignment, saved
    where a.id = open_assignment.id and open_assignment.status = 'CONFIRMED'
  ), audited as (
    ${
      auditInsert(Prisma.raw('$13'), {
        action: 'save_score',
        objectType: 'ScoreSheet',
        objectId: Prisma.raw('told."sheetId"::text'),
        applicationId: Prisma.raw('(select "applicationId" from place)'),
        // The tables are read as they were before the statement: what is joined there is the former score.
        data: Prisma.raw(`jsonb_build_object('criterion', told."criterionId", 'from', trim_scale(told.former)::text, 'to', trim_scale(told.value)::text)
          || case when coalesce(told."formerComment", '') = told.comment then '{}'::jsonb
            else jsonb_build_object('formerComment', told."formerComment", 'comment', told.comment) end`),
        from: 'told',
      }).text
    }
  )
  select "criterionId", value::text, comment, version, "updatedAt" from saved`;

/** Writes one cell where everything that guards it holds; null when nothing was written. */
export async function saveScoreRow(
  viewer: Viewer,
  cell: { assignmentId: string; criterionId: string; value: string | null; comment: string; version: number },
  at: Date,
): Promise<StoredScore | null> {
  const { rows } = await pool().query<StoredScore>({
    name: 'save_score',
    text: SAVE_SCORE,
    values: [
      cell.assignmentId,
      viewer.expertId,
      viewer.regionId,
      viewer.roleAssignmentId,
      newId(),
      cell.criterionId,
      cell.value,
      cell.comment,
      at,
      cell.version,
      newId(),
      viewer.accountId,
      auditWho(viewer, { action: 'save_score' }),
      ASSESSING,
    ],
  });
  return rows[0] ?? null;
}
