import type { Procedure } from '@/domain/procedure/shape';
import type { Db } from '../prisma';
import { getCurrentProcedure } from '../procedures';

export interface Home {
  regionId: string;
  procedure: Procedure;
}

/** A region with the procedure it works by now. */
export const regionOf = async (regionId: string): Promise<Home> => ({
  regionId,
  procedure: (await getCurrentProcedure(regionId)).procedure,
});

/** The region whose words a letter about an account uses: where it has its oldest role, or had the first it lost; any where it has none. */
export async function homeOf(db: Db, accountId: string): Promise<Home> {
  const role = await db.roleAssignment.findFirst({
    where: { accountId },
    orderBy: [{ removedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    select: { regionId: true },
  });
  const regionId = role?.regionId ?? (await db.region.findFirstOrThrow({ orderBy: { id: 'asc' }, select: { id: true } })).id;
  return regionOf(regionId);
}
