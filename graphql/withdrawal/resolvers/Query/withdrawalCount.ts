import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';
import { whereOf } from './withdrawals';

export const withdrawalCount: NonNullable<QueryResolvers['withdrawalCount']> = (_parent, { settled }, context) =>
  prisma.withdrawal.count({ where: whereOf(getViewerAs(context, 'COORDINATOR', 'OPERATOR'), settled) });
