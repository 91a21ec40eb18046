import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { env } from '@/server/env';
import { storage } from '@/server/storage/client';
import { withTestBucket } from '@/testing/bucket';
import { backup, restore } from './lib/backup.mjs';
import { stopAll } from './lib/children.mjs';
import { withoutDemoMark } from './lib/demo.mjs';
import { findTool } from './lib/dump.mjs';
import { root } from './lib/paths.mjs';
import { localSecrets } from './lib/secrets.mjs';
import { startPostgres } from './services/postgres.mjs';

withTestBucket();

const dataFolder = path.join(root, `.data/backup-test-${process.pid}`);
const folder = path.join(dataFolder, 'saved');
const variables = process.env as Record<string, string>;
let database: Awaited<ReturnType<typeof startPostgres>>;

async function query(sql: string) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const startDatabase = async () => {
  const { databasePassword } = localSecrets(dataFolder);
  database = await startPostgres({ dataFolder, preferredPort: undefined, password: databasePassword, fast: true });
};
const put = (Key: string, Body: string, ContentType = 'application/pdf') =>
  storage().send(new PutObjectCommand({ Bucket: env.S3_BUCKET, Key, Body, ContentType }));
const read = async (Key: string) => {
  const { Body, ContentType } = await storage().send(new GetObjectCommand({ Bucket: env.S3_BUCKET, Key }));
  return [await Body?.transformToString(), ContentType];
};

beforeAll(async () => {
  await startDatabase();
  await query('create table teacher (name text primary key)');
  await query("insert into teacher values ('Ёлкина Анна Петровна'), ('Алёхин Пётр')");
  await put('evidence/1', 'the order');
  await put('evidence/Портфолио 2', 'the picture', 'image/png');
  const pause = async () => {
    await database.stop();
    return database.startAgain;
  };
  fs.writeFileSync(withoutDemoMark(dataFolder), '');
  await backup({ dataFolder, folder, variables, pause, databaseUrl: '' });
});

afterAll(async () => {
  await stopAll();
  fs.rmSync(dataFolder, { recursive: true, force: true });
});

test('after a backup the database goes on', async () => {
  expect(await query('select count(*)::int as n from teacher')).toEqual([{ n: 2 }]);
});

test('a second backup does not write over the first', async () => {
  await expect(backup({ dataFolder, folder, variables, pause: async () => async () => {}, databaseUrl: '' })).rejects.toThrow(/not empty/);
});

test('a restore brings back what was saved, and only that', async () => {
  await query("delete from teacher where name like 'Ё%'");
  await query("insert into teacher values ('Новый')");
  await storage().send(new DeleteObjectCommand({ Bucket: env.S3_BUCKET, Key: 'evidence/1' }));
  await put('evidence/Портфолио 2', 'overwritten');
  await put('evidence/3', 'later');

  fs.rmSync(withoutDemoMark(dataFolder));
  await database.stop();
  await restore({ dataFolder, folder, services: { variables }, databaseUrl: '' });
  await startDatabase();
  expect(fs.existsSync(withoutDemoMark(dataFolder)), 'real data are put back: the next start is no demo').toBe(true);

  expect(await query('select name from teacher order by name')).toEqual([{ name: 'Алёхин Пётр' }, { name: 'Ёлкина Анна Петровна' }]);
  const { Contents = [] } = await storage().send(new ListObjectsV2Command({ Bucket: env.S3_BUCKET }));
  expect(Contents.map(({ Key }) => Key)).toEqual(['evidence/1', 'evidence/Портфолио 2']);
  expect(await read('evidence/1')).toEqual(['the order', 'application/pdf']);
  expect(await read('evidence/Портфолио 2')).toEqual(['the picture', 'image/png']);
});

test('a damaged backup is refused before anything is replaced', async () => {
  const damaged = path.join(dataFolder, 'damaged');
  fs.cpSync(folder, damaged, { recursive: true });
  fs.appendFileSync(path.join(damaged, 'bucket/00000001'), '!');
  await expect(restore({ dataFolder, folder: damaged, services: { variables }, databaseUrl: '' })).rejects.toThrow(
    /evidence\/1 is damaged/,
  );
  expect(await query('select count(*)::int as n from teacher')).toEqual([{ n: 2 }]);
});

test('a folder that is no backup, and a backup of the other kind, are refused', async () => {
  await expect(restore({ dataFolder, folder: os.tmpdir(), services: { variables }, databaseUrl: '' })).rejects.toThrow(/is not a backup/);
  await expect(restore({ dataFolder, folder, services: { variables }, databaseUrl: 'postgresql://elsewhere/db' })).rejects.toThrow(
    /embedded database/,
  );
});

test("only the server's own major version of pg_dump is used", async () => {
  const folders = [15, 18].map((version) => {
    const tools = path.join(dataFolder, `tools-${version}`);
    fs.mkdirSync(tools, { recursive: true });
    fs.writeFileSync(path.join(tools, 'pg_dump'), `#!/bin/sh\necho "pg_dump (PostgreSQL) ${version}.4"\n`, { mode: 0o755 });
    return tools;
  });
  expect(await findTool('pg_dump', 18, folders)).toBe(path.join(dataFolder, 'tools-18/pg_dump'));
  await expect(findTool('pg_dump', 17, folders)).rejects.toThrow(/PostgreSQL 17.*version 15.*version 18/);
});
