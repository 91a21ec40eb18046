import type { Viewer } from '@/domain/viewer';
import { Prisma } from './prisma';

/**
 * Row visibility, one filter per noun: no read of a case, an assignment, a file or a meeting goes without it, and every edge passes the
 * same filter. Another's record and a missing one look alike.
 */

const WORKING = ['INVITED', 'CONFIRMED', 'SCORING', 'FINAL'];

/** Cases a viewer may see. Drafts are the teacher's own affair. */
export function visibleApplications(viewer: Viewer): Prisma.ApplicationWhereInput {
  const practice = viewer.practice ?? false;
  const sent: Prisma.ApplicationWhereInput = { regionId: viewer.regionId, submittedAt: { not: null }, practice };
  switch (viewer.role) {
    case 'TEACHER':
      return { regionId: viewer.regionId, accountId: viewer.accountId, discardedAt: null, practice };
    case 'SCHOOL_HR':
    case 'SCHOOL_DEPUTY':
    case 'SCHOOL_HEAD':
    case 'SCHOOL_COORDINATOR':
      return viewer.organisationId ? { ...sent, organisationId: viewer.organisationId } : NONE;
    case 'COORDINATOR':
      return viewer.municipalityId ? { ...sent, municipalityId: viewer.municipalityId } : NONE;
    case 'EXPERT':
      return viewer.expertId ? { ...sent, assignments: { some: { expertId: viewer.expertId, status: { in: WORKING } } } } : NONE;
    case 'ADMINISTRATOR':
      return { regionId: viewer.regionId, OR: [sent, { practice: true }] };
    default:
      return sent;
  }
}

/** The same filter for the hot statements, over alias `a` of "Application"; a test holds the two together. */
export function visibleApplicationsSql(viewer: Viewer): Prisma.Sql {
  const sent = Prisma.sql`a."regionId" = ${viewer.regionId}::uuid and a."submittedAt" is not null
    and a.practice = ${viewer.practice ?? false}`;
  switch (viewer.role) {
    case 'TEACHER':
      return Prisma.sql`a."regionId" = ${viewer.regionId}::uuid and a."accountId" = ${viewer.accountId}::uuid and a."discardedAt" is null
        and a.practice = ${viewer.practice ?? false}`;
    case 'SCHOOL_HR':
    case 'SCHOOL_DEPUTY':
    case 'SCHOOL_HEAD':
    case 'SCHOOL_COORDINATOR':
      return Prisma.sql`${sent} and a."organisationId" = ${viewer.organisationId}::uuid`;
    case 'COORDINATOR':
      return Prisma.sql`${sent} and a."municipalityId" = ${viewer.municipalityId}::uuid`;
    case 'EXPERT':
      return Prisma.sql`${sent} and exists (select 1 from "ExpertAssignment" x where x."applicationId" = a.id
        and x."expertId" = ${viewer.expertId}::uuid and x.status = any(${[...WORKING]}))`;
    case 'ADMINISTRATOR':
      return Prisma.sql`a."regionId" = ${viewer.regionId}::uuid and (a."submittedAt" is not null or a.practice)`;
    default:
      return sent;
  }
}

/** Assignments a viewer may see: an expert his own, and the finished ones beside his own finished one; staff those of the cases they see; teacher and school none. */
export function visibleAssignments(viewer: Viewer): Prisma.ExpertAssignmentWhereInput {
  if (viewer.role === 'EXPERT') {
    const { regionId, expertId } = viewer;
    if (!expertId) return NONE;
    const finished = { status: 'FINAL', application: { assignments: { some: { expertId, status: 'FINAL' } } } };
    return { AND: [{ regionId, application: { practice: viewer.practice ?? false } }, { OR: [{ expertId }, finished] }] };
  }
  if (!STAFF.includes(viewer.role)) return NONE;
  return { regionId: viewer.regionId, application: visibleApplications(viewer) };
}

/** Meetings a viewer may see: staff all of the region, others those of their cases. */
export function visibleMeetings(viewer: Viewer): Prisma.MeetingWhereInput {
  if (STAFF.includes(viewer.role)) return { regionId: viewer.regionId };
  return { regionId: viewer.regionId, agenda: { some: { application: visibleApplications(viewer) } } };
}

/** Files a viewer may see: those of the cases he sees; beside answers to questions staff see all, everybody else his own. */
export function visibleFiles(viewer: Viewer): Prisma.EvidenceFileWhereInput {
  const ofCases = { regionId: viewer.regionId, application: visibleApplications(viewer) };
  if (isStaff(viewer)) return ofCases;
  const open: Prisma.EvidenceFileWhereInput[] = [{ paper: null }, { paper: { not: 'information' } }, { uploadedById: viewer.accountId }];
  return { ...ofCases, OR: open };
}

/** Employees a viewer may see: the school its own, the coordinator those of his municipality, the region's operators all, a person his own cards. */
export function visibleEmployees(viewer: Viewer): Prisma.EmployeeWhereInput {
  const { regionId, organisationId, municipalityId } = viewer;
  switch (viewer.role) {
    case 'TEACHER':
      return { regionId, accountId: viewer.accountId };
    case 'SCHOOL_HR':
    case 'SCHOOL_DEPUTY':
    case 'SCHOOL_HEAD':
      return organisationId ? { regionId, organisationId } : NONE;
    case 'COORDINATOR':
      return municipalityId ? { regionId, organisation: { municipalityId } } : NONE;
    case 'OPERATOR':
      return { regionId };
    default:
      return NONE;
  }
}

/** Letters are their reader's own. */
export function visibleNotifications(viewer: Viewer): Prisma.NotificationWhereInput {
  // A letter to the person, whatever the role (a password, an invitation), is read in each of his roles.
  return { regionId: viewer.regionId, accountId: viewer.accountId, role: { in: [viewer.role, 'ACCOUNT'] } };
}

const STAFF: readonly Viewer['role'][] = ['COORDINATOR', 'OPERATOR', 'WORKING_GROUP', 'SECRETARY', 'COMMISSION_MEMBER', 'ADMINISTRATOR'];
const NONE = { id: { in: [] } };

/** Whether a role works on the region's cases: coordinators, operators, commission, administrators. */
export const isStaff = (viewer: Viewer): boolean => STAFF.includes(viewer.role);

/** Facts about people that not everybody who sees a case may see. */
export type PersonalField = 'expert_name' | 'contact' | 'other_scores';

/** Field rights, one table: who sees an expert's name, a teacher's contacts, the scores of others. */
export function maySee(viewer: Viewer, field: PersonalField): boolean {
  const allowed: Record<PersonalField, readonly Viewer['role'][]> = {
    expert_name: STAFF,
    contact: ['TEACHER', 'SCHOOL_HR', 'SCHOOL_DEPUTY', 'SCHOOL_HEAD', 'SCHOOL_COORDINATOR', ...STAFF],
    other_scores: ['OPERATOR', 'WORKING_GROUP', 'SECRETARY', 'COMMISSION_MEMBER', 'ADMINISTRATOR'],
  };
  return allowed[field].includes(viewer.role);
}
