import { refreshClock } from '../clock';
import { log } from '../log';
import { Prisma, prisma } from '../prisma';
import { enqueueQueued } from './requeue';
import { sweepUploads } from './sweepUploads';

/** Clears what is over: unfinished uploads, ended sessions, spent limits; and finds letters whose job was lost. */
export async function sweep(): Promise<void> {
  const at = await refreshClock();
  const uploads = await sweepUploads();
  const sessions = await prisma.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  await prisma.$executeRaw(Prisma.sql`delete from rate_limit where expire is not null and expire < ${Date.now()}`);
  const letters = await enqueueQueued(at);
  log.info({ uploads, sessions: sessions.count, letters }, 'swept');
}
