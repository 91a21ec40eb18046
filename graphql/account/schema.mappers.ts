import type { Account, RoleAssignment } from '../../src/generated/prisma/client';
import type { SessionInfo } from '../../src/server/session';

export type ViewerMapper = SessionInfo;
export type AccountMapper = Account;
export type RoleAssignmentMapper = RoleAssignment;
