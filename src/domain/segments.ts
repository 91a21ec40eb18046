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

/** Whether an address can open to somebody in this role: it is no screen of another role. Who is not signed in (null) may still become anybody. */
export const mayOpen = (role: Role | null, path: string): boolean => {
  const first = path.split(/[/?#]/)[1];
  return role === null || SEGMENT_OF[role] === first || !SEGMENTS.some((segment) => segment === first);
};
