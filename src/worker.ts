import { refreshClock } from './server/clock';
import { env } from './server/env';
import { boss, QUEUES } from './server/jobs/queue';
import { sweep } from './server/jobs/sweep';
import { watchTerms } from './server/jobs/watchTerms';
import { log } from './server/log';
import { sendLetter } from './server/mail/send';
import { pool } from './server/prisma';

/** The second process: letters, terms, sweeps. Any number may run; every handler is idempotent. */
async function main(): Promise<void> {
  env.DATABASE_URL; // the whole environment is checked before the first job
  await refreshClock();
  const jobs = await boss();

  await jobs.work<{ notificationId: string }>(QUEUES.sendLetter, { batchSize: 5, pollingIntervalSeconds: 1 }, async (batch) => {
    for (const job of batch) await sendLetter(job.data.notificationId);
  });
  await jobs.work(QUEUES.watchTerms, { pollingIntervalSeconds: 1 }, async () => void (await watchTerms()));
  await jobs.work(QUEUES.sweep, { pollingIntervalSeconds: 30 }, async () => void (await sweep()));
  await jobs.schedule(QUEUES.watchTerms, '* * * * *');
  await jobs.schedule(QUEUES.sweep, '*/10 * * * *');
  log.info('worker is ready');

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'worker finishes what is in flight');
    await jobs.stop({ graceful: true, timeout: 20_000 });
    await pool().end();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

main().catch((error: unknown) => {
  log.fatal({ stack: (error as Error).stack }, (error as Error).message);
  process.exit(1);
});
