import { refreshClock } from './server/clock';
import { env } from './server/env';
import { boss, QUEUES } from './server/jobs/queue';
import { work } from './server/jobs/work';
import { faultOf, log } from './server/log';
import { pool } from './server/prisma';

/** The second process: letters, terms, sweeps. Any number may run; every handler is idempotent. */
async function main(): Promise<void> {
  env.DATABASE_URL; // the whole environment is checked before the first job
  await refreshClock();
  const jobs = await boss();

  await work(jobs);
  await jobs.schedule(QUEUES.watchTerms, '* * * * *');
  await jobs.schedule(QUEUES.sweep, '*/10 * * * *');
  log.info('worker is ready');

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'worker finishes what is in flight');
    const stopped = jobs.stop({ graceful: true, timeout: 20_000 }).then(() => pool().end());
    const failed = await stopped.then(
      () => false,
      (error: unknown) => log.error(faultOf(error), 'worker did not stop in order') ?? true,
    );
    process.exit(failed ? 1 : 0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

main().catch((error: unknown) => {
  // Before the first job there is no person's text an error could quote; its message names the variable or service that is missing.
  log.fatal(faultOf(error), (error as Error).message);
  process.exit(1);
});
