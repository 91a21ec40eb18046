import { prisma } from '../prisma';
import { sweepIncoming, sweepOrphans } from '../storage/sweep';

/** Objects are judged within minutes; what lies longer was left behind by a closed browser or a stopped server. */
const LEFT_BEHIND_SECONDS = 60 * 60;
/** Completions that began in time have ended by then. */
const SETTLED_MS = 5 * 60_000;

export interface SweptUploads {
  expired: number;
  incoming: number;
  orphans: number;
}

/**
 * Settles uploads that nobody finished and deletes what they left in the store. `at` is real time, as policies and the store count it,
 * not the clock of business terms, which a demo moves. Safe to run in parallel and again.
 */
export async function sweepUploads(at: Date = new Date()): Promise<SweptUploads> {
  const before = new Date(at.getTime() - SETTLED_MS);
  const { count } = await prisma.evidenceFile.updateMany({
    where: { status: 'PENDING', policyExpiresAt: { lt: before } },
    data: { status: 'REJECTED', problemCode: 'UPLOAD_EXPIRED' },
  });
  const incoming = await sweepIncoming(LEFT_BEHIND_SECONDS);
  const orphans = await sweepOrphans(LEFT_BEHIND_SECONDS, async (keys) => {
    const known = await prisma.evidenceFile.findMany({ where: { storedKey: { in: keys } }, select: { storedKey: true } });
    return new Set(known.flatMap((file) => file.storedKey ?? []));
  });
  return { expired: count, incoming, orphans };
}
