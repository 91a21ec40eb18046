import { SEATED } from '@/domain/case/groups';
import type { Kind, Role } from '@/domain/procedure/vocabulary';
import { RIGHTS } from '@/domain/rights';
import type { Viewer } from '@/domain/viewer';
import { Prisma } from './prisma';

/**
 * Row visibility, one filter per noun: no read of a case, an assignment, a file or a meeting goes without it, and every edge passes the
 * same filter. Another's record and a missing one look alike. Every filter is a table over all roles: a role nobody thought of does not compile.
 * Which kinds of a case's data a role then reads is said in src/domain/rights.ts.
 */

/** A filter over cases for Prisma, and the same for the hot statements over alias `a` of "Application". */
interface CaseFilter {
  where: Prisma.ApplicationWhereInput;
  sql: Prisma.Sql;
}

const NONE = { id: { in: [] } };
const NO_CASE: CaseFilter = { where: NONE, sql: Prisma.sql`false` };

const ownCases = ({ regionId, accountId, practice = false }: Viewer): CaseFilter => ({
  where: { regionId, accountId, discardedAt: null, practice },
  sql: Prisma.sql`a."regionId" = ${regionId}::uuid and a."accountId" = ${accountId}::uuid and a."discardedAt" is null and a.practice = ${practice}`,
});
/** Drafts are the teacher's own affair. */
const casesOfRegion = ({ regionId, practice = false }: Viewer): CaseFilter => ({
  where: { regionId, submittedAt: { not: null }, practice },
  sql: Prisma.sql`a."regionId" = ${regionId}::uuid and a."submittedAt" is not null and a.practice = ${practice}`,
});
const narrowed = (filter: CaseFilter, where: Prisma.ApplicationWhereInput, sql: Prisma.Sql): CaseFilter => ({
  where: { ...filter.where, ...where },
  sql: Prisma.sql`${filter.sql} and ${sql}`,
});
const casesOfSchool = (viewer: Viewer): CaseFilter => {
  const { organisationId } = viewer;
  if (!organisationId) return NO_CASE;
  return narrowed(casesOfRegion(viewer), { organisationId }, Prisma.sql`a."organisationId" = ${organisationId}::uuid`);
};
const casesOfMunicipality = (viewer: Viewer): CaseFilter => {
  const { municipalityId } = viewer;
  if (!municipalityId) return NO_CASE;
  return narrowed(casesOfRegion(viewer), { municipalityId }, Prisma.sql`a."municipalityId" = ${municipalityId}::uuid`);
};
const casesOfExpert = (viewer: Viewer): CaseFilter => {
  const { expertId } = viewer;
  if (!expertId) return NO_CASE;
  return narrowed(
    casesOfRegion(viewer),
    { assignments: { some: { expertId, status: { in: [...SEATED] } } } },
    Prisma.sql`exists (select 1 from "ExpertAssignment" x where x."applicationId" = a.id
      and x."expertId" = ${expertId}::uuid and x.status = any(${[...SEATED]}))`,
  );
};
/** An administrator looks after practice cases too, from their first draft. */
const casesOfRegionAndPractice = (viewer: Viewer): CaseFilter => ({
  where: { regionId: viewer.regionId, OR: [casesOfRegion(viewer).where, { practice: true }] },
  sql: Prisma.sql`a."regionId" = ${viewer.regionId}::uuid and (${casesOfRegion(viewer).sql} or a.practice)`,
});

const CASES = {
  TEACHER: ownCases,
  SCHOOL_HR: casesOfSchool,
  SCHOOL_DEPUTY: casesOfSchool,
  SCHOOL_HEAD: casesOfSchool,
  SCHOOL_COORDINATOR: casesOfSchool,
  COORDINATOR: casesOfMunicipality,
  OPERATOR: casesOfRegion,
  WORKING_GROUP: casesOfRegion,
  EXPERT: casesOfExpert,
  SECRETARY: casesOfRegion,
  COMMISSION_MEMBER: casesOfRegion,
  ADMINISTRATOR: casesOfRegionAndPractice,
} satisfies Record<Role, (viewer: Viewer) => CaseFilter>;

/** Cases a viewer may see. */
export const visibleApplications = (viewer: Viewer): Prisma.ApplicationWhereInput => CASES[viewer.role](viewer).where;

/** The same filter for the hot statements, over alias `a` of "Application"; a test holds the two together. */
export const visibleApplicationsSql = (viewer: Viewer): Prisma.Sql => CASES[viewer.role](viewer).sql;

const STAFF = {
  TEACHER: false,
  SCHOOL_HR: false,
  SCHOOL_DEPUTY: false,
  SCHOOL_HEAD: false,
  SCHOOL_COORDINATOR: false,
  COORDINATOR: true,
  OPERATOR: true,
  WORKING_GROUP: true,
  EXPERT: false,
  SECRETARY: true,
  COMMISSION_MEMBER: true,
  ADMINISTRATOR: true,
} as const satisfies Record<Role, boolean>;

/** Whether a role works on the region's cases: coordinators, operators, commission, administrators. */
export const isStaff = (viewer: Viewer): boolean => STAFF[viewer.role];

/** Assignments a viewer may see: an expert his own, and the finished ones beside his own finished one; staff those of the cases they see; teacher and school none. */
export function visibleAssignments(viewer: Viewer): Prisma.ExpertAssignmentWhereInput {
  if (viewer.role === 'EXPERT') {
    const { regionId, expertId } = viewer;
    if (!expertId) return NONE;
    const finished = { status: 'FINAL', application: { assignments: { some: { expertId, status: 'FINAL' } } } };
    return { AND: [{ regionId, application: { practice: viewer.practice ?? false } }, { OR: [{ expertId }, finished] }] };
  }
  if (!isStaff(viewer)) return NONE;
  return { regionId: viewer.regionId, application: visibleApplications(viewer) };
}

/** Meetings a viewer may see: staff all of the region, others those of their cases. */
export function visibleMeetings(viewer: Viewer): Prisma.MeetingWhereInput {
  if (isStaff(viewer)) return { regionId: viewer.regionId };
  return { regionId: viewer.regionId, agenda: { some: { application: visibleApplications(viewer) } } };
}

/** Files of the cases a viewer sees. Which of them he reads is asked of each (reading.ts `mayReadFile`). */
export function visibleFiles(viewer: Viewer): Prisma.EvidenceFileWhereInput {
  return { regionId: viewer.regionId, application: visibleApplications(viewer) };
}

/** A filter over employees for Prisma, and the same for lists over alias `e` of "Employee". */
interface EmployeeFilter {
  where: Prisma.EmployeeWhereInput;
  sql: Prisma.Sql;
}
const NO_EMPLOYEE: EmployeeFilter = { where: NONE, sql: Prisma.sql`false` };
const noEmployee = () => NO_EMPLOYEE;
const ownCards = ({ regionId, accountId }: Viewer): EmployeeFilter => ({
  where: { regionId, accountId },
  sql: Prisma.sql`e."regionId" = ${regionId}::uuid and e."accountId" = ${accountId}::uuid`,
});
const employeesOfSchool = ({ regionId, organisationId }: Viewer): EmployeeFilter =>
  organisationId
    ? {
        where: { regionId, organisationId },
        sql: Prisma.sql`e."regionId" = ${regionId}::uuid and e."organisationId" = ${organisationId}::uuid`,
      }
    : NO_EMPLOYEE;
const employeesOfMunicipality = ({ regionId, municipalityId }: Viewer): EmployeeFilter =>
  municipalityId
    ? {
        where: { regionId, organisation: { municipalityId } },
        sql: Prisma.sql`e."regionId" = ${regionId}::uuid and exists (
          select 1 from "Organisation" o where o.id = e."organisationId" and o."municipalityId" = ${municipalityId}::uuid)`,
      }
    : NO_EMPLOYEE;
const employeesOfRegion = ({ regionId }: Viewer): EmployeeFilter => ({
  where: { regionId },
  sql: Prisma.sql`e."regionId" = ${regionId}::uuid`,
});

const EMPLOYEES = {
  TEACHER: ownCards,
  SCHOOL_HR: employeesOfSchool,
  SCHOOL_DEPUTY: employeesOfSchool,
  SCHOOL_HEAD: employeesOfSchool,
  SCHOOL_COORDINATOR: noEmployee,
  COORDINATOR: employeesOfMunicipality,
  OPERATOR: employeesOfRegion,
  WORKING_GROUP: noEmployee,
  EXPERT: noEmployee,
  SECRETARY: noEmployee,
  COMMISSION_MEMBER: noEmployee,
  ADMINISTRATOR: noEmployee,
} satisfies Record<Role, (viewer: Viewer) => EmployeeFilter>;

/** Employees a viewer may see: the school its own, the coordinator those of his municipality, the region's operators all, a person his own cards. */
export const visibleEmployees = (viewer: Viewer): Prisma.EmployeeWhereInput => EMPLOYEES[viewer.role](viewer).where;

/** Whether a role reads employees at all. */
export const mayReadEmployees = ({ role }: Pick<Viewer, 'role'>): boolean => EMPLOYEES[role] !== noEmployee;

/** The same filter for lists, over alias `e` of "Employee". */
export const visibleEmployeesSql = (viewer: Viewer): Prisma.Sql => EMPLOYEES[viewer.role](viewer).sql;

/** Letters are their reader's own. */
export function visibleNotifications(viewer: Viewer): Prisma.NotificationWhereInput {
  // A letter to the person, whatever the role (a password, an invitation), is read in each of his roles.
  return { regionId: viewer.regionId, accountId: viewer.accountId, role: { in: [viewer.role, 'ACCOUNT'] } };
}

/** Kinds of data that no procedure opens further: the role alone decides. */
export type KindOfRole = Extract<Kind, 'contact' | 'expert_name' | 'other_scores' | 'internal_note'>;

/** Whether the viewer's role reads a kind of data about people in every case he sees. */
export const maySee = (viewer: Viewer, kind: KindOfRole): boolean => RIGHTS[viewer.role][kind];
