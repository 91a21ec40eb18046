import type { Account, RoleAssignment } from '../../src/generated/prisma/client';
import type { SessionInfo } from '../../src/server/sessions';

export type ViewerMapper = SessionInfo;
/** A list brings the roles of its accounts along. */
export type AccountMapper = Account & { roles?: RoleAssignment[] };
export type RoleAssignmentMapper = RoleAssignment;
