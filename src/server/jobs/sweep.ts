import { refreshClock } from '../clock';
import { faultOf, log } from '../log';
import { Prisma, prisma } from '../prisma';
import { enqueueQueued } from './requeue';
import { scanUnchecked } from './scanUnchecked';
import { sweepUploads } from './sweepUploads';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Finds letters whose job was lost and clears what is over: ended sessions, spent limits and links, unfinished uploads. */
export async function sweep(): Promise<void> {
  const letters = await enqueueQueued(await refreshClock());
  const at = new Date();
  // The trail's partitions of the coming months; most times there is nothing to make.
  await prisma.$queryRaw(Prisma.sql`select "trail"."make_partitions"()`);
  const sessions = await prisma.session.deleteMany({ where: { expiresAt: { lt: at } } });
  await prisma.passwordReset.deleteMany({ where: { expiresAt: { lt: new Date(at.getTime() - DAY_MS) } } });
  await prisma.$executeRaw(Prisma.sql`delete from rate_limit where expire is not null and expire < ${at.getTime()}`);
  // A store that cannot be reached stops none of the rest.
  const uploads = await sweepUploads(at).catch((error: unknown) => log.warn(faultOf(error), 'uploads not swept') ?? null);
  const scanned = await scanUnchecked().catch((error: unknown) => log.warn(faultOf(error), 'stored files not scanned') ?? 0);
  log.info({ uploads, scanned, sessions: sessions.count, letters }, 'swept');
}
