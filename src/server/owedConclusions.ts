import { CONCLUSION_OWED } from '@/domain/case/groups';
import { type Db, Prisma } from './prisma';

/**
 * Cases whose conclusion is still owed to the centre: it is being written, nobody has verified it, or, where the case's procedure has the act of handing
 * over, it has not been passed on. Of one municipality, or of the whole region.
 */
export async function countOwed(db: Db, regionId: string, municipalityId?: string | null): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    select count(*)::int as count from "Application" a
    where a."regionId" = ${regionId}::uuid and not a.practice and a.status = any(${[...CONCLUSION_OWED]})
      and (a.verdict is null or ${isToBeHandedOver})
      ${municipalityId ? Prisma.sql`and a."municipalityId" = ${municipalityId}::uuid` : Prisma.empty}`);
  return row?.count ?? 0;
}

/** Over alias `a`: the case's procedure has the act of handing over, and it has not been done. */
export const isToBeHandedOver = Prisma.sql`(a."handedOverAt" is null and exists (
  select 1 from "ProcedureVersion" v where v.id = a."procedureVersionId" and v.document->'assessment' ? 'handover'))`;
