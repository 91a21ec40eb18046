import pg from 'pg';
import { afterAll, inject } from 'vitest';

let made = 0;

async function runOnServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Gives this test file a migrated, empty database and a bucket name of its own, in process.env before anything reads them.
 * Called by the setup file of the API tests; the database goes when the file is done.
 */
export async function useTestDatabase(): Promise<string> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error('DATABASE_URL is not set');
  made += 1;
  const name = `${inject('testRun')}_${process.pid}_${process.env.VITEST_POOL_ID ?? 0}_${Date.now().toString(36)}_${made}`;
  await runOnServer(server, `create database "${name}" template "${inject('templateDatabase')}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
  process.env.S3_BUCKET = name.replaceAll('_', '-');
  afterAll(async () => {
    // The job client of this file, if a letter was written, looks at its tables until it is stopped.
    const { attestaOnce } = globalThis as { attestaOnce?: Map<string, unknown> };
    await ((await attestaOnce?.get('boss')) as { stop(how: object): Promise<void> } | undefined)?.stop({ graceful: true, timeout: 2_000 });
    process.env.DATABASE_URL = server;
    await runOnServer(server, `drop database if exists "${name}" with (force)`);
  });
  return url.href;
}
