import { ASSESSING } from '@/domain/case/groups';
import type { Viewer } from '@/domain/viewer';
import { auditInsert, auditWho } from '@/server/audit';
import { newId } from '@/server/ids';
import { Prisma, pool } from '@/server/prisma';

/** As saveScore.sql.ts: right, gate, version, write, history and audit in one statement. The history keeps the text under the criterion "recommendations". */
const SAVE_RECOMMENDATIONS = `
  with place as materialized (
    select a."applicationId"
    from "ExpertAssignment" a
    where a.id = $1::uuid and a."expertId" = $2::uuid and a."regionId" = $3::uuid
      and exists (select 1 from "RoleAssignment" r where r.id = $4::uuid and r."removedAt" is null)
  ), open_case as materialized (
    select c.id from "Application" c where c.id = (select "applicationId" from place) and c.status = 'EXPERTISE' for share
  ), open_assignment as materialized (
    select a.id, a.status
    from "ExpertAssignment" a, open_case
    where a.id = $1::uuid and a."applicationId" = open_case.id and a.status = any($11::text[])
    for update of a
  ), saved as (
    update "ScoreSheet" s
    set recommendations = $5, "recommendationsVersion" = s."recommendationsVersion" + 1,
        status = case s.status when 'EMPTY' then 'DRAFT' else s.status end, "openedAt" = coalesce(s."openedAt", $6::timestamptz)
    from open_assignment
    where s."assignmentId" = open_assignment.id and s.status <> 'FINAL' and s."recommendationsVersion" = $7::int
    returning s.id, s.recommendations, s."recommendationsVersion"
  ), told as (
    select saved.*, former.recommendations as former from saved join "ScoreSheet" former on former.id = saved.id
    where former.recommendations is distinct from saved.recommendations
  ), history as (
    insert into "ScoreRevision" (id, "regionId", "sheetId", "criterionId", value, comment, version, "accountId", at)
    select $8::uuid, $3::uuid, id, 'recommendations', null, recommendations, "recommendationsVersion", $9::uuid, $6::timestamptz from saved
  ), at_work as (
    update "ExpertAssignment" a set status = 'SCORING'
    from open_assignment, saved
    where a.id = open_assignment.id and open_assignment.status = 'CONFIRMED'
  ), audited as (
    ${
      auditInsert(Prisma.raw('$10'), {
        action: 'save_recommendations',
        objectType: 'ScoreSheet',
        objectId: Prisma.raw('told.id::text'),
        applicationId: Prisma.raw('(select "applicationId" from place)'),
        data: Prisma.raw(`jsonb_build_object('version', told."recommendationsVersion", 'from', told.former, 'to', told.recommendations)`),
        from: 'told',
      }).text
    }
  )
  select "recommendationsVersion" as version from saved`;

/** Writes the recommendations where everything that guards them holds; the new version, or null when nothing was written. */
export async function saveRecommendationsRow(
  viewer: Viewer,
  wish: { assignmentId: string; text: string; version: number },
  at: Date,
): Promise<number | null> {
  const { rows } = await pool().query<{ version: number }>({
    name: 'save_recommendations',
    text: SAVE_RECOMMENDATIONS,
    values: [
      wish.assignmentId,
      viewer.expertId,
      viewer.regionId,
      viewer.roleAssignmentId,
      wish.text,
      at,
      wish.version,
      newId(),
      viewer.accountId,
      auditWho(viewer, { action: 'save_recommendations' }),
      ASSESSING,
    ],
  });
  return rows[0]?.version ?? null;
}
