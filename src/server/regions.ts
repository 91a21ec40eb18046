import type { Region } from '@/generated/prisma/client';
import { prisma } from './prisma';

/** The region of a request: the viewer's, else the one whose host it is, else the one remembered, else the only one there is. */
export async function findRegion(wish: { regionId?: string | null; host?: string | null; slug?: string | null }): Promise<Region | null> {
  if (wish.regionId) return prisma.region.findUnique({ where: { id: wish.regionId } });
  const regions = await prisma.region.findMany({ where: { currentVersionId: { not: null } }, orderBy: { slug: 'asc' } });
  const host = wish.host?.split(':')[0];
  return (
    regions.find((r) => host && r.hosts.includes(host)) ??
    regions.find((r) => r.slug === wish.slug) ??
    (regions.length === 1 ? (regions[0] ?? null) : null)
  );
}
