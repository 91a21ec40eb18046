import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stopAll } from '../lib/children.mjs';
import { chooseFolders, databaseUser, startPostgres } from './postgres.mjs';

const isRoot = process.getuid?.() === 0;
let home: string;
let outside: string;

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'attesta-home-'));
  outside = fs.mkdtempSync(path.join(os.tmpdir(), 'attesta-outside-'));
  fs.chmodSync(outside, 0o755);
});
afterEach(async () => {
  await stopAll();
  for (const folder of [home, outside]) fs.rmSync(folder, { recursive: true, force: true });
});

test('only root hands PostgreSQL to another user', () => {
  expect(databaseUser(0)).toEqual({ uid: 65534, gid: 65534 });
  expect(databaseUser(1000)).toEqual({});
});

test.runIf(isRoot)('an open folder is used where it is, a closed one is left for /var/lib/attesta', () => {
  const dataFolder = path.join(home, '.data');
  const binaries = path.join(home, 'native');
  fs.mkdirSync(path.join(binaries, 'bin'), { recursive: true });
  fs.writeFileSync(path.join(binaries, 'bin/postgres'), '', { mode: 0o755 });
  fs.chmodSync(home, 0o755);
  expect(chooseFolders(dataFolder, { outside, binaries })).toMatchObject({ moved: false, data: path.join(dataFolder, 'postgres') });
  fs.chmodSync(home, 0o700);
  expect(chooseFolders(dataFolder, { outside, binaries }).data).toMatch(new RegExp(`^${outside}/[0-9a-f]{12}/`));
});

test.runIf(isRoot)(
  'below a closed folder the database runs from outside, says so, and finds its data again',
  { timeout: 60_000 },
  async () => {
    fs.chmodSync(home, 0o700);
    const said: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const options = { dataFolder: path.join(home, '.data'), preferredPort: undefined, password: 'secret', fast: true, outside };
    const query = async (url: string, sql: string) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query(sql)).rows;
      } finally {
        await client.end();
      }
    };
    const first = await startPostgres(options);
    await query(first.url, "create table teacher (name text); insert into teacher values ('Ёлкина')");
    await first.stop();
    const second = await startPostgres(options);
    expect(await query(second.url, 'select name from teacher')).toEqual([{ name: 'Ёлкина' }]);
    // Nothing of what people typed comes into the log: neither the value that was taken nor the statement that was refused.
    await query(second.url, 'create unique index one_name on teacher (name)');
    await expect(query(second.url, "insert into teacher values ('Ёлкина')")).rejects.toMatchObject({ code: '23505' });
    await expect(query(second.url, "select name from teacher where name = 'Ёлкина' and nothing")).rejects.toMatchObject({ code: '42703' });
    await second.stop();
    const log = fs.readFileSync(path.join(home, '.data/log/postgres.log'), 'utf8');
    expect(log).toContain('one_name');
    expect(log).not.toContain('Ёлкина');
    write.mockRestore();
    expect(said.join('')).toMatch(/closed to user 65534.*live in \/tmp\/attesta-outside/);
    expect(fs.existsSync(path.join(home, '.data/postgres'))).toBe(false);
  },
);
