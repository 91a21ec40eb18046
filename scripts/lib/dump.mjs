import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { run } from './children.mjs';
import { StepFailure } from './steps.mjs';

/** Asks the server for its major version. */
export async function serverMajor(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
    return rows[0].major;
  } finally {
    await client.end();
  }
}

/** Finds `pg_dump` or `pg_restore` of exactly the server's major version: an older one refuses, a newer one writes what the server cannot read back. */
export async function findTool(
  name,
  major,
  folders = [`/usr/lib/postgresql/${major}/bin`, ...(process.env.PATH ?? '').split(path.delimiter)],
) {
  const seen = [];
  for (const folder of folders) {
    const file = path.join(folder, name);
    if (!fs.existsSync(file)) continue;
    const version = await run(file, ['--version']).then(
      ({ stdout }) => /(\d+)[.\d]*/.exec(stdout)?.[1],
      () => undefined,
    );
    if (Number(version) === major) return file;
    if (version) seen.push(`${file} is version ${version}`);
  }
  throw new StepFailure(
    `The server is PostgreSQL ${major}, and there is no ${name} of that version here${seen.length > 0 ? ` (${seen.join(', ')})` : ''}`,
    `install postgresql-client-${major} and start again`,
  );
}

/** Writes the database of `url` into one file. */
export async function dumpDatabase(url, file) {
  const tool = await findTool('pg_dump', await serverMajor(url));
  await run(tool, ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}`, `--dbname=${url}`]);
}

/** Replaces what the database of `url` holds by the dump. */
export async function restoreDatabase(url, file) {
  const tool = await findTool('pg_restore', await serverMajor(url));
  await run(tool, [
    '--clean',
    '--if-exists',
    '--no-owner',
    '--no-privileges',
    '--exit-on-error',
    '--single-transaction',
    `--dbname=${url}`,
    file,
  ]);
}
