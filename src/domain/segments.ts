import type { Role } from './procedure/vocabulary';

/** First part of the address of a role's screens. */
export const SEGMENTS = ['teacher', 'school', 'coordinator', 'operator', 'expert', 'commission', 'admin'] as const;
export type Segment = (typeof SEGMENTS)[number];

export const SEGMENT_OF: Record<Role, Segment> = {
  TEACHER: 'teacher',
  SCHOOL_HR: 'school',
  SCHOOL_DEPUTY: 'school',
  SCHOOL_HEAD: 'school',
  SCHOOL_COORDINATOR: 'school',
  COORDINATOR: 'coordinator',
  OPERATOR: 'operator',
  WORKING_GROUP: 'operator',
  EXPERT: 'expert',
  SECRETARY: 'commission',
  COMMISSION_MEMBER: 'commission',
  ADMINISTRATOR: 'admin',
};

/** Start page of a role. */
export const startPath = (role: Role): string => `/${SEGMENT_OF[role]}`;
