import type { Role } from './procedure/vocabulary';

/** The signed-in person in the role chosen for this session; everything visible and allowed follows from it. */
export interface Viewer {
  accountId: string;
  regionId: string;
  role: Role;
  roleAssignmentId: string;
  /** Set for COORDINATOR. */
  municipalityId: string | null;
  /** Set for the school's roles. */
  organisationId: string | null;
  /** Set for EXPERT. */
  expertId: string | null;
  /** Set while a practice case is walked: this person then sees practice cases and no others. */
  practice?: boolean;
}
