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

/** The column of texts that a statement on the site's database answers with. */
async function texts(text: string, values: unknown[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<{ text: string }>(text, values)).rows.map((row) => row.text);
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
export const limitKeys = (limits: readonly string[]): Promise<string[]> =>
  texts('select key as text from rate_limit where split_part(key, $1, 1) = any($2)', [':', limits]);

/** Makes as if nobody had used the sessions of an account for so many minutes: the server counts by its own clock, no browser can move it. */
export const leaveSessions = (login: string, minutes: number): Promise<number> =>
  run(
    `update "Session" set "lastSeenAt" = now() - make_interval(mins => $2::int) where "accountId" = (select id from "Account" where login = $1)`,
    [login, minutes],
  );

/** Logins of those who were invited or appointed to a case, the first first. */
export const expertLoginsOf = (applicationId: string): Promise<string[]> =>
  texts(
    `select c.login as text from "ExpertAssignment" x join "Expert" e on e.id = x."expertId" join "Account" c on c.id = e."accountId"
     where x."applicationId" = $1::uuid order by x.id`,
    [applicationId],
  );

/** The invitation or appointment of somebody to a case. */
export async function assignmentOf(applicationId: string, login: string): Promise<string> {
  const [id] = await texts(
    `select x.id as text from "ExpertAssignment" x join "Expert" e on e.id = x."expertId" join "Account" c on c.id = e."accountId"
     where x."applicationId" = $1::uuid and c.login = $2`,
    [applicationId, login],
  );
  if (!id) throw new Error(`${login} was not invited to ${applicationId}`);
  return id;
}

/** The acts of an account that the trail tells of a case, the oldest first. */
export const trailOf = (login: string, applicationId: string): Promise<string[]> =>
  texts(
    `select action as text from "AuditEntry" where "accountId" = (select id from "Account" where login = $1) and "applicationId" = $2::uuid order by at, id`,
    [login, applicationId],
  );

/** The versions of procedures that cases run by, e.g. tomsk/1.2.0; of the ids those count that are of an application or an expert's assignment. */
export const versionsOfCases = (ids: string[]): Promise<string[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : texts(
        `select distinct r.slug || '/' || v.version as text
         from "Application" a join "ProcedureVersion" v on v.id = a."procedureVersionId" join "Region" r on r.id = v."regionId"
         where a.id = any($1::uuid[]) or a.id in (select "applicationId" from "ExpertAssignment" where id = any($1::uuid[]))`,
        [ids],
      );

/** The versions that new cases of these regions begin under. */
export const versionsOfRegions = (slugs: string[]): Promise<string[]> =>
  slugs.length === 0
    ? Promise.resolve([])
    : texts(
        `select r.slug || '/' || v.version as text from "Region" r join "ProcedureVersion" v on v.id = r."currentVersionId" where r.slug = any($1)`,
        [slugs],
      );

/** The login of a demo teacher whose newest case of a region stands in a status; fails where the demo has none. */
export async function teacherIn(region: string, status: string): Promise<string> {
  const [login] = await texts(
    `select account.login as text from "Application" a join "Account" account on account.id = a."accountId" join "Region" r on r.id = a."regionId"
     where r.slug = $1 and a.status = $2 and a."discardedAt" is null and not a.practice
     and a.id = (select id from "Application" where "accountId" = account.id order by "createdAt" desc limit 1) order by account.login limit 1`,
    [region, status],
  );
  if (!login) throw new Error(`the demo has no teacher of ${region} in ${status}`);
  return login;
}

/** A case of the newest version of a region that stands in a status, with its teacher's login; fails where the demo has none. */
export async function caseIn(region: string, status: string): Promise<{ caseId: string; teacher: string }> {
  const [found] = await texts(
    `select a.id || ' ' || account.login as text from "Application" a join "Account" account on account.id = a."accountId"
     join "Region" r on r.id = a."regionId" and r."currentVersionId" = a."procedureVersionId"
     where r.slug = $1 and a.status = $2 and a."discardedAt" is null and not a.practice order by account.login limit 1`,
    [region, status],
  );
  const [caseId = '', teacher = ''] = found?.split(' ') ?? [];
  if (!caseId) throw new Error(`the demo has no case of ${region} in ${status}`);
  return { caseId, teacher };
}

/** A case of a region for this position, with its teacher's login; fails where the demo has none. */
export async function caseOfPosition(region: string, position: string): Promise<{ caseId: string; teacher: string }> {
  const [found] = await texts(
    `select a.id || ' ' || account.login as text from "Application" a join "Account" account on account.id = a."accountId"
     join "Region" r on r.id = a."regionId" and r."currentVersionId" = a."procedureVersionId"
     where r.slug = $1 and a."values"->>'position' = $2 and a."discardedAt" is null and not a.practice order by account.login limit 1`,
    [region, position],
  );
  const [caseId = '', teacher = ''] = found?.split(' ') ?? [];
  if (!caseId) throw new Error(`the demo has no case of ${region} for ${position}`);
  return { caseId, teacher };
}

/** The login of the teacher whose case it is. */
export async function teacherOf(applicationId: string): Promise<string> {
  const [login] = await texts(
    `select account.login as text from "Application" a join "Account" account on account.id = a."accountId" where a.id = $1::uuid`,
    [applicationId],
  );
  if (!login) throw new Error(`there is no case ${applicationId}`);
  return login;
}

/** The login of an expert who is appointed to a case. */
export async function expertOf(applicationId: string): Promise<string> {
  const [login] = await texts(
    `select account.login as text from "ExpertAssignment" x join "Expert" e on e.id = x."expertId" join "Account" account on account.id = e."accountId"
     where x."applicationId" = $1::uuid and x.status in ('CONFIRMED', 'SCORING', 'FINAL') order by x.id limit 1`,
    [applicationId],
  );
  if (!login) throw new Error(`no expert is appointed to ${applicationId}`);
  return login;
}

/** A case of a region whose school still owes its answer, with the logins of its teacher and of one who answers for that school. */
export async function caseAtSchool(region: string): Promise<{ caseId: string; teacher: string; school: string }> {
  const [found] = await texts(
    `select a.id || ' ' || account.login || ' ' || answers.login as text from "Application" a join "Account" account on account.id = a."accountId"
     join "Region" r on r.id = a."regionId" join "EmployerConfirmation" c on c."applicationId" = a.id and c.status in ('ASKED', 'REMINDED', 'ESCALATED')
     join "RoleAssignment" role on role."organisationId" = c."organisationId" and role.role = 'SCHOOL_HEAD' and role."removedAt" is null
     join "Account" answers on answers.id = role."accountId"
     where r.slug = $1 and a.status in ('REGISTERED', 'PREPARATION') and not a.practice order by account.login limit 1`,
    [region],
  );
  const [caseId = '', teacher = '', school = ''] = found?.split(' ') ?? [];
  if (!caseId) throw new Error(`no case of ${region} waits for its school`);
  return { caseId, teacher, school };
}
