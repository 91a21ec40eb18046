import { fromPrisma, PgBoss } from 'pg-boss';
import { env } from '../env';
import { faultOf, log } from '../log';
import { once } from '../once';
import type { Tx } from '../prisma';

/** Queues of the worker; every handler is idempotent: a job runs at least once. */
export const QUEUES = {
  /** Sends one letter: { notificationId }. */
  sendLetter: 'send-letter',
  /** Looks for terms to warn of and terms that lapsed. */
  watchTerms: 'watch-terms',
  /** Deletes leftovers of uploads that never finished, ended sessions, spent limits. */
  sweep: 'sweep',
} as const;

/** The job client of this process, started on first use; the web process only sends, the worker also works. */
export const boss = (): Promise<PgBoss> =>
  once('boss', async () => {
    const client = new PgBoss({ connectionString: env.DATABASE_URL, max: 4, application_name: 'attesta-jobs' });
    client.on('error', (error) => log.error(faultOf(error), 'job client'));
    await client.start();
    // One job a letter at a time: what is queued, tried or waiting for another try is not queued twice.
    await client.createQueue(QUEUES.sendLetter, {
      policy: 'exclusive',
      retryLimit: 12,
      retryDelay: 20,
      retryBackoff: true,
      retryDelayMax: 3600,
    });
    await client.createQueue(QUEUES.watchTerms, { retryLimit: 3 });
    await client.createQueue(QUEUES.sweep, { retryLimit: 1 });
    return client;
  });

/** Enqueues a letter; inside the transaction of what caused it both are written, or neither. A letter that has a job keeps that one. */
export async function enqueueLetter(notificationId: string, tx?: Tx): Promise<void> {
  await (await boss()).send(QUEUES.sendLetter, { notificationId }, { singletonKey: notificationId, ...(tx && { db: fromPrisma(tx) }) });
}

/** Asks the worker to look at the terms now, after the clock was moved. */
export async function enqueueTermWatch(): Promise<void> {
  await (await boss()).send(QUEUES.watchTerms, {}, { singletonKey: 'now', singletonSeconds: 1 });
}
