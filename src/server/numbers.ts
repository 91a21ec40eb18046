import { dayIn } from '@/domain/days';
import type { Procedure } from '@/domain/procedure/shape';
import { Prisma, type Tx } from './prisma';

/** The next human number of an application: region code, two digits of the year, five of a counter, e.g. 63-26-00017. */
export async function nextNumber(tx: Tx, regionId: string, procedure: Procedure, at: Date): Promise<string> {
  const year = Number(dayIn(procedure.region.timezone, at).slice(0, 4));
  const [row] = await tx.$queryRaw<{ value: number }[]>(Prisma.sql`
    insert into "Counter" ("regionId", year, kind, value) values (${regionId}::uuid, ${year}, 'application', 1)
    on conflict ("regionId", year, kind) do update set value = "Counter".value + 1
    returning value`);
  return `${procedure.region.code}-${String(year).slice(2)}-${String(row?.value ?? 0).padStart(5, '0')}`;
}
