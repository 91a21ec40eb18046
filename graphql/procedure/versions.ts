import type { Prisma } from '@/generated/prisma/client';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import type { ProcedureVersionMapper } from './schema.mappers';

const COLUMNS = {
  id: true,
  regionId: true,
  version: true,
  status: true,
  checksum: true,
  loadedAt: true,
  region: { select: { slug: true, currentVersionId: true } },
} as const satisfies Prisma.ProcedureVersionSelect;

/** Loaded versions with what is parsed of them. A draft may be loaded anew under its id, so its document is read each time. */
export async function findVersions(where: Prisma.ProcedureVersionWhereInput): Promise<ProcedureVersionMapper[]> {
  const rows = await prisma.procedureVersion.findMany({ where, select: COLUMNS, orderBy: [{ region: { slug: 'asc' } }, { id: 'desc' }] });
  return Promise.all(rows.map(async (row) => ({ row, procedure: await getProcedure(row.id) })));
}
