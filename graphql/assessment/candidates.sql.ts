import { boundToMunicipality, candidateProblems } from '@/domain/assignment';
import { UNFINISHED } from '@/domain/case/groups';
import type { AssignmentStatus, Role } from '@/domain/procedure/vocabulary';
import type { Case } from '@/server/facts';
import { fullName } from '@/server/fullName';
import { pool } from '@/server/prisma';
import { searchPatterns } from '@/server/search';

interface CandidateRow {
  expertId: string;
  accountId: string;
  organisationId: string;
  organisationName: string;
  organisationMunicipalityId: string;
  municipalityId: string;
  regionId: string;
  post: string;
  positionIds: string[];
  active: boolean;
  lastName: string;
  firstName: string;
  patronymic: string;
  load: number;
}

/** The experts of a region with the cases each works on now, the least loaded first. */
const CANDIDATES = `
  select e.id as "expertId", e."accountId", e."organisationId", o.name as "organisationName", o."municipalityId" as "organisationMunicipalityId",
         e."municipalityId", e."regionId", e.post, e."positionIds",
         e.active and a."lockedAt" is null
           and exists (select 1 from "RoleAssignment" r
                       where r."accountId" = a.id and r."regionId" = e."regionId" and r.role = 'EXPERT' and r."removedAt" is null) as active,
         a."lastName", a."firstName", a.patronymic, coalesce(work.load, 0)::int as load
  from "Expert" e
  join "Account" a on a.id = e."accountId"
  join "Organisation" o on o.id = e."organisationId"
  left join (select x."expertId", count(*) as load
             from "ExpertAssignment" x
             where x."regionId" = $1::uuid and x.status = any($3::text[])
             group by x."expertId") work on work."expertId" = e.id
  where e."regionId" = $1::uuid
    and ($2::text[] is null or search_text(concat_ws(' ', a."lastName", a."firstName", a.patronymic, e.post, o.name)) like all ($2::text[]))
  order by load, a."lastName" collate "ru-x-icu", a."firstName" collate "ru-x-icu", e.id`;

const SHOWN = 60;

/** Who may be appointed to a case: those who may first, those whose list names the position before others, then from another municipality, then by load. */
export async function findCandidates({ application, procedure }: Case, search: string, by: Role) {
  const { rows } = await pool().query<CandidateRow>({
    name: 'expert_candidates',
    text: CANDIDATES,
    values: [application.regionId, searchPatterns(search), UNFINISHED],
  });
  const appointed = application.assignments.map((a) => ({ expertId: a.expertId, status: a.status as AssignmentStatus }));
  // Another municipality's experts are not offered at all to whoever appoints only from his own.
  const bound = boundToMunicipality(procedure, by);
  const offered = rows.filter((row) => !bound || row.municipalityId === application.municipalityId);
  const candidates = offered.map((row) => {
    const [refusal] = candidateProblems(procedure, application, row, appointed, by);
    return {
      id: row.expertId,
      name: fullName(row),
      post: row.post,
      organisation: {
        id: row.organisationId,
        name: row.organisationName,
        municipalityId: row.organisationMunicipalityId,
        regionId: row.regionId,
      },
      load: row.load,
      open: !refusal,
      problem: refusal ?? null,
      sameMunicipality: row.municipalityId === application.municipalityId,
      matchesPosition: row.positionIds.includes(application.positionId ?? ''),
      anyPosition: row.positionIds.length === 0,
    };
  });
  const rank = (c: (typeof candidates)[number]) =>
    (c.open ? 0 : 8) + (c.matchesPosition ? 0 : c.anyPosition ? 2 : 4) + (c.sameMunicipality ? 1 : 0);
  return { count: candidates.length, best: candidates.sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN) };
}
