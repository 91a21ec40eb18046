import type { Viewer } from '@/domain/viewer';
import { now } from './clock';
import { newId } from './ids';
import type { Db } from './prisma';

/** One line of the audit log: who did what to which record. `data` holds ids and words, never what a person typed. */
export async function writeAudit(
  db: Db,
  viewer: Pick<Viewer, 'accountId' | 'regionId' | 'role'> | null,
  entry: {
    action: string;
    objectType: string;
    objectId: string;
    regionId?: string;
    data?: Record<string, string | number | boolean | null>;
  },
): Promise<void> {
  await db.auditEntry.create({
    data: {
      id: newId(),
      regionId: entry.regionId ?? viewer?.regionId ?? null,
      at: now(),
      accountId: viewer?.accountId ?? null,
      role: viewer?.role ?? null,
      action: entry.action,
      objectType: entry.objectType,
      objectId: entry.objectId,
      data: entry.data ?? {},
    },
  });
}
