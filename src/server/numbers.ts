import { dayIn } from '@/domain/days';
import type { Procedure } from '@/domain/procedure/shape';
import { Prisma, type Tx } from './prisma';

interface Numbered {
  regionId: string;
  /** A trial of a procedure: it takes no number of the register. */
  practice: boolean;
}

/**
 * The next human number of an application: region code, two digits of the year, five of a counter of the region and year, e.g. 63-26-00017.
 * A practice case is numbered beside the register, ПР-1, ПР-2 and so on, so that trials leave no gap in it.
 */
export async function nextNumber(tx: Tx, { regionId, practice }: Numbered, procedure: Procedure, at: Date): Promise<string> {
  if (practice) return `ПР-${await count(tx, regionId, ANY_YEAR, 'practice')}`;
  const year = Number(dayIn(procedure.region.timezone, at).slice(0, 4));
  const no = await count(tx, regionId, year, 'application');
  return `${procedure.region.code}-${String(year).slice(2)}-${String(no).padStart(5, '0')}`;
}

/** The year of a counter that never begins anew. */
const ANY_YEAR = 0;

async function count(tx: Tx, regionId: string, year: number, kind: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ value: number }[]>(Prisma.sql`
    insert into "Counter" ("regionId", year, kind, value) values (${regionId}::uuid, ${year}, ${kind}, 1)
    on conflict ("regionId", year, kind) do update set value = "Counter".value + 1
    returning value`);
  return row?.value ?? 0;
}
