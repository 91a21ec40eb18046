import type { IncomingMessage } from 'node:http';

/** So much of what nobody reads is thrown away at most, for so long: enough for a sender to come to the answer. */
const THROWN_AWAY = 10 * 1024 * 1024;
const PATIENCE_MS = 5_000;

/**
 * Reads the body of a request up to `limit` bytes. `too large`: the rest was thrown away, and the answer must close the connection, since some
 * of it may still stand there.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too large'> {
  const kept: Buffer[] = [];
  const until = Date.now() + PATIENCE_MS;
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size <= limit) kept.push(chunk);
    else if (size > limit + THROWN_AWAY || Date.now() > until) break;
  }
  return size <= limit ? Buffer.concat(kept) : 'too large';
}
