import type { Job, JobResult, PgBoss } from 'pg-boss';
import { faultOf } from '../log';
import { sendLetter } from '../mail/send';
import { QUEUES } from './queue';
import { sweep } from './sweep';
import { watchTerms } from './watchTerms';

/** Takes jobs off the queues until the client is stopped. Any number of processes may; every handler is idempotent. */
export async function work(jobs: PgBoss): Promise<void> {
  await jobs.work(QUEUES.sendLetter, { batchSize: 5, pollingIntervalSeconds: 1, perJobResults: true }, sendLetters);
  await jobs.work(QUEUES.watchTerms, { pollingIntervalSeconds: 1 }, async () => void (await watchTerms()));
  await jobs.work(QUEUES.sweep, { pollingIntervalSeconds: 30 }, async () => void (await sweep()));
}

/** Each letter of a batch succeeds or fails for itself: one that cannot be sent holds up no other. */
const sendLetters = (batch: Job<{ notificationId: string }>[]): Promise<JobResult[]> =>
  Promise.all(
    batch.map(({ id, data }) =>
      sendLetter(data.notificationId).then(
        (): JobResult => ({ id, status: 'completed' }),
        (error: unknown): JobResult => ({ id, status: 'failed', output: faultOf(error) }),
      ),
    ),
  );
