import type { Procedure } from '@/domain/procedure/shape';
import type { Addressee, Role } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import type { InformationRequest, Prisma } from '@/generated/prisma/client';
import { isStaff, visibleApplications } from '@/server/visibility';

/** Questions a viewer may see: staff all of the cases they see, the teacher and the school those to them, an expert none. */
export function visibleRequests(viewer: Viewer): Prisma.InformationRequestWhereInput {
  const own = addresseeOf(viewer.role);
  return {
    regionId: viewer.regionId,
    application: visibleApplications(viewer),
    ...(!isStaff(viewer) && (own ? { addressee: own } : { id: { in: [] } })),
  };
}

function addresseeOf(role: Role): Addressee | null {
  if (role === 'TEACHER') return 'TEACHER';
  return role.startsWith('SCHOOL_') ? 'EMPLOYER' : null;
}

/** Whether a role answers a question: the one asked himself; what an agency replied is recorded by whoever may ask. */
export function isAnsweredBy(procedure: Procedure, request: Pick<InformationRequest, 'addressee'>, role: Role): boolean {
  if (request.addressee !== 'AGENCY') return addresseeOf(role) === request.addressee;
  return procedure.transitions.some((t) => t.action === 'request_information' && t.actor === role);
}
