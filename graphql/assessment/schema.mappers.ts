import type { ExpertAssignment } from '../../src/generated/prisma/client';

export type ExpertAssignmentMapper = ExpertAssignment;
