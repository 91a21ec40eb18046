import { hash } from '@node-rs/argon2';
import pg from 'pg';

/** One statement on the site's database, for what no screen can bring about. */
async function run(text: string, values: unknown[]): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(text, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** Ends every session of an account, as a changed password or twelve hours would. */
export const endSessions = (login: string): Promise<number> =>
  run('delete from "Session" where "accountId" = (select id from "Account" where login = $1)', [login]);

/** Gives an account a password, as its owner would choose one. */
export async function givePassword(login: string, password: string): Promise<void> {
  const changed = await run('update "Account" set "passwordHash" = $2 where login = $1', [login, await hash(password)]);
  if (changed !== 1) throw new Error(`there is no account ${login}`);
}

/** The counters of attempts that there are, by the names of their limits. */
export async function limitKeys(limits: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ key: string }>('select key from rate_limit where split_part(key, $1, 1) = any($2)', [
      ':',
      limits,
    ]);
    return rows.map(({ key }) => key);
  } finally {
    await client.end();
  }
}

/** Makes as if nobody had used the sessions of an account for so many minutes: the server counts by its own clock, no browser can move it. */
export const leaveSessions = (login: string, minutes: number): Promise<number> =>
  run(
    `update "Session" set "lastSeenAt" = now() - make_interval(mins => $2::int) where "accountId" = (select id from "Account" where login = $1)`,
    [login, minutes],
  );

/** The acts of an account that the trail tells of a case, the oldest first. */
export async function trailOf(login: string, applicationId: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ action: string }>(
      `select action from "AuditEntry" where "accountId" = (select id from "Account" where login = $1) and "applicationId" = $2::uuid order by at, id`,
      [login, applicationId],
    );
    return rows.map(({ action }) => action);
  } finally {
    await client.end();
  }
}
