/** So much of what nobody reads is thrown away at most, for so long: enough for a sender to come to the answer. */
const THROWN_AWAY = 10 * 1024 * 1024;
const PATIENCE_MS = 5_000;

/**
 * Reads the parts of a request's body up to `limit` bytes. `too large`: the rest was thrown away, and the answer must close the connection, since some
 * of it may still stand there.
 */
export async function readBody(parts: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer<ArrayBuffer> | 'too large'> {
  const kept: Uint8Array[] = [];
  const until = Date.now() + PATIENCE_MS;
  let size = 0;
  for await (const chunk of parts) {
    size += chunk.length;
    if (size <= limit) kept.push(chunk);
    else if (size > limit + THROWN_AWAY || Date.now() > until) break;
  }
  return size <= limit ? Buffer.concat(kept) : 'too large';
}
