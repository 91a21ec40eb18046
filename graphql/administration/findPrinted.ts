import type { Viewer } from '@/domain/viewer';
import { prisma } from '@/server/prisma';
import { visibleApplications, visibleAssignments, visibleEmployees, visibleFiles, visibleMeetings } from '@/server/visibility';

/** What a printed page is about, as a line of the trail says it. */
interface Printed {
  objectType: string;
  objectId: string;
  applicationId?: string | null;
  personId?: string | null;
}

/** The record that an address names by its id, where the viewer sees it; a version of a procedure is open to everybody. */
export async function findPrinted(viewer: Viewer, id: string): Promise<Printed | null> {
  const only = { id };
  const ofCase = { select: { applicationId: true } };
  const [application, assignment, file, employee, meeting, version] = await Promise.all([
    prisma.application.findFirst({ where: { AND: [visibleApplications(viewer), only] }, select: { id: true } }),
    prisma.expertAssignment.findFirst({ where: { AND: [visibleAssignments(viewer), only] }, ...ofCase }),
    prisma.evidenceFile.findFirst({ where: { AND: [visibleFiles(viewer), only] }, ...ofCase }),
    prisma.employee.findFirst({ where: { AND: [visibleEmployees(viewer), only] }, select: { accountId: true } }),
    prisma.meeting.findFirst({ where: { AND: [visibleMeetings(viewer), only] }, select: { id: true } }),
    prisma.procedureVersion.findFirst({ where: only, select: { id: true } }),
  ]);
  const applicationId = application?.id ?? assignment?.applicationId ?? file?.applicationId;
  if (applicationId) return { objectType: 'Application', objectId: applicationId, applicationId };
  if (employee) return { objectType: 'Employee', objectId: id, personId: employee.accountId };
  if (meeting) return { objectType: 'Meeting', objectId: id };
  return version ? { objectType: 'ProcedureVersion', objectId: id } : null;
}
