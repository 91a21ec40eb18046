import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from '../../../types.generated';
import { whereOf } from './expertAssignments';

export const expertAssignmentCount: NonNullable<QueryResolvers['expertAssignmentCount']> = (_parent, { open }, context) =>
  prisma.expertAssignment.count({ where: whereOf(getViewerAs(context, 'EXPERT'), open) });
