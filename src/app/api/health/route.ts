import { log } from '@/server/log';
import { pool } from '@/server/prisma';
import { sourceOf } from '@/server/requestSource';
import { bucketAnswers } from '@/server/storage/bucket';

export const dynamic = 'force-dynamic';

/** A wait that outlasts a load balancer's own patience tells nobody anything. */
const PATIENCE_MS = 3_000;

async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    await Promise.race([pool().query('select 1'), late]);
    return true;
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'health: the database does not answer');
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** `?address=1`: from which address this process was asked. `?live=1`: this process answers. Without it: it can also reach the database and the object store, else 503. */
export async function GET(request: Request): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  const asked = new URL(request.url).searchParams;
  if (asked.has('address')) return Response.json({ address: sourceOf(request.headers).address }, { headers });
  if (asked.has('live')) return Response.json({ status: 'live' }, { headers });
  const [database, storage] = await Promise.all([databaseAnswers(), bucketAnswers(PATIENCE_MS)]);
  const ready = database && storage;
  return Response.json({ status: ready ? 'ready' : 'not ready', database, storage }, { status: ready ? 200 : 503, headers });
}
