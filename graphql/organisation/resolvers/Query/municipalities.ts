import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';

export const municipalities: NonNullable<QueryResolvers['municipalities']> = async (_parent, _arg, context) => {
  const { regionId } = getViewer(context);
  return prisma.$queryRaw<{ id: string; name: string }[]>`
    select id, name from "Municipality" where "regionId" = ${regionId}::uuid order by name collate "ru-x-icu", id`;
};
