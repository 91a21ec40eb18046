import { parseDocument } from '@/domain/procedure/document';
import type { Procedure } from '@/domain/procedure/shape';
import { once } from './once';
import { type Db, prisma } from './prisma';

const kept = () => once('procedures', () => new Map<string, Procedure>());

/** The stored procedure of a version id. A published version never changes, so it is parsed once per process; a draft may be loaded anew. Inside a transaction `db` is its client. */
export async function getProcedure(versionId: string, db: Db = prisma): Promise<Procedure> {
  const known = kept().get(versionId);
  if (known) return known;
  const row = await db.procedureVersion.findUniqueOrThrow({ where: { id: versionId }, select: { document: true, status: true } });
  const procedure = parseDocument(row.document);
  if (row.status === 'published') kept().set(versionId, procedure);
  return procedure;
}

/** The version a new case of the region starts on. */
export async function getCurrentProcedure(regionId: string, db: Db = prisma): Promise<{ versionId: string; procedure: Procedure }> {
  const region = await db.region.findUniqueOrThrow({ where: { id: regionId }, select: { currentVersionId: true } });
  if (!region.currentVersionId) throw new Error(`region ${regionId} has no published procedure`);
  return { versionId: region.currentVersionId, procedure: await getProcedure(region.currentVersionId, db) };
}
