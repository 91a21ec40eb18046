import type { Viewer } from '@/domain/viewer';
import { type Prisma, prisma } from '@/server/prisma';
import { visibleAssignments } from '@/server/visibility';

/** What every reader of an assignment needs beside its row. */
export const ASSIGNMENT = {
  expert: {
    include: { account: { select: { lastName: true, firstName: true, patronymic: true } }, organisation: { select: { name: true } } },
  },
  sheet: { include: { _count: { select: { scores: { where: { value: { not: null } } } } } } },
  application: { select: { number: true, procedureVersionId: true, positionId: true } },
} satisfies Prisma.ExpertAssignmentInclude;

export type AssignmentRow = Prisma.ExpertAssignmentGetPayload<{ include: typeof ASSIGNMENT }>;

/** An assignment the viewer may see, or null. */
export const findAssignment = (viewer: Viewer, id: string): Promise<AssignmentRow | null> =>
  prisma.expertAssignment.findFirst({ where: { AND: [visibleAssignments(viewer), { id }] }, include: ASSIGNMENT });
