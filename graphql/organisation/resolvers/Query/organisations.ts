import type { Organisation } from '@/generated/prisma/client';
import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';

export const organisations: NonNullable<QueryResolvers['organisations']> = async (_parent, { municipalityId }, context) => {
  const { regionId } = getViewer(context);
  return prisma.$queryRaw<Organisation[]>`
    select id, "regionId", "municipalityId", name from "Organisation"
    where "regionId" = ${regionId}::uuid and "municipalityId" = ${municipalityId}::uuid order by name collate "ru-x-icu", id`;
};
