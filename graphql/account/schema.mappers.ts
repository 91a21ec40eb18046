import type { Account, Identity, RoleAssignment } from '../../src/generated/prisma/client';
import type { SessionInfo } from '../../src/server/sessions';

export type ViewerMapper = SessionInfo;
/** A list brings the roles of its accounts along. */
export type AccountMapper = Account & { roles?: RoleAssignment[] };
export type LinkedIdentityMapper = Identity;
export type RoleAssignmentMapper = RoleAssignment;
