import { inspect } from './server/storage/inspect';
import type { Answer, Task } from './server/storage/inspectors/pool';

/**
 * Program: judges one uploaded file after another for the process that started it, apart from the site: hostile bytes can cost this
 * process its time, memory or life and nobody else anything. It has no address of a database or store, and no right to write.
 */

// a Ctrl-C reaches every process of the terminal: whoever started this one says when it is over
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', async ({ bytes, name, limits }: Task) => {
  const inspection = await inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, limits);
  process.send?.({ inspection } satisfies Answer);
});
process.send?.({ ready: true } satisfies Answer);
