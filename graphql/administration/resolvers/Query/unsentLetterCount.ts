import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';
import { whereOf } from './unsentLetters';

export const unsentLetterCount: NonNullable<QueryResolvers['unsentLetterCount']> = (_parent, _args, context) =>
  prisma.notification.count({ where: whereOf(getViewerAs(context, 'ADMINISTRATOR', 'OPERATOR')) });
