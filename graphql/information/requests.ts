import type { Procedure } from '@/domain/procedure/shape';
import type { Addressee, Role } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import type { InformationRequest, Prisma } from '@/generated/prisma/client';
import { maySee, visibleApplications } from '@/server/visibility';

/** Questions a viewer may see: who reads internal notes all of the cases he sees, the teacher and the school those to them, anybody else none. */
export function visibleRequests(viewer: Viewer): Prisma.InformationRequestWhereInput {
  const own = addresseeOf(viewer.role);
  return {
    regionId: viewer.regionId,
    application: visibleApplications(viewer),
    ...(!maySee(viewer, 'internal_note') && (own ? { addressee: own } : { id: { in: [] } })),
  };
}

const ADDRESSEE = {
  TEACHER: 'TEACHER',
  SCHOOL_HR: 'EMPLOYER',
  SCHOOL_DEPUTY: 'EMPLOYER',
  SCHOOL_HEAD: 'EMPLOYER',
  SCHOOL_COORDINATOR: 'EMPLOYER',
  COORDINATOR: null,
  OPERATOR: null,
  WORKING_GROUP: null,
  EXPERT: null,
  SECRETARY: null,
  COMMISSION_MEMBER: null,
  ADMINISTRATOR: null,
} as const satisfies Record<Role, Addressee | null>;
/** As whom a role is asked. */
const addresseeOf = (role: Role): Addressee | null => ADDRESSEE[role];

/** Whether a role answers a question: the one asked himself; what an agency replied is recorded by whoever may ask. */
export function isAnsweredBy(procedure: Procedure, request: Pick<InformationRequest, 'addressee'>, role: Role): boolean {
  if (request.addressee !== 'AGENCY') return addresseeOf(role) === request.addressee;
  return procedure.transitions.some((t) => t.action === 'request_information' && t.actor === role);
}
