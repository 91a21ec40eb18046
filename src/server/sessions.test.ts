import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import { ShellDocument } from '@/gql/graphql';
import { as, contextOf, giveRole, makeAccount, makeRegion } from '@/testing/viewers';
import { moveClock } from './clock';
import { execute } from './execute';
import { Prisma, prisma } from './prisma';
import { findSession, noteActivity, openSession } from './sessions';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});

const MINUTE_MS = 60_000;
/** Makes as if the person had last done something so long ago. */
const leave = (id: string, minutes: number) =>
  prisma.session.update({ where: { id }, data: { lastSeenAt: new Date(Date.now() - minutes * MINUTE_MS) } });
const seen = async (id: string) => (await prisma.session.findUniqueOrThrow({ where: { id } })).lastSeenAt.getTime();
const sessionOf = async (role: Role) => (await as(role, { region })).session?.sessionId ?? '';

describe('a session that nobody uses ends', () => {
  it.each<Role>(['OPERATOR', 'EXPERT', 'SECRETARY', 'COORDINATOR', 'ADMINISTRATOR', 'SCHOOL_HEAD', 'COMMISSION_MEMBER'])(
    '%s: after 30 minutes, not before',
    async (role) => {
      const id = await sessionOf(role);
      await leave(id, 29);
      expect(await findSession(id)).not.toBeNull();
      await leave(id, 31);
      expect(await findSession(id)).toBeNull();
    },
  );

  it('a teacher’s does not, his setting is 0', async () => {
    const id = await sessionOf('TEACHER');
    await leave(id, 5 * 60);
    expect(await findSession(id)).toMatchObject({ idleMinutes: 0, viewer: { role: 'TEACHER' } });
  });

  it('that of a teacher who also works for the region does in either role: nobody goes on as staff by choosing the other one', async () => {
    const account = await makeAccount();
    const [teacher, operator] = [await giveRole('TEACHER', { region, account }), await giveRole('OPERATOR', { region, account })];
    const id = await openSession(account.id);
    for (const roleAssignmentId of [null, teacher, operator]) {
      await prisma.session.update({ where: { id }, data: { roleAssignmentId } });
      await leave(id, 29);
      expect(await findSession(id)).toMatchObject({ idleMinutes: 30 });
      await leave(id, 31);
      expect(await findSession(id)).toBeNull();
    }
    await prisma.roleAssignment.update({ where: { id: operator }, data: { removedAt: new Date() } });
    await prisma.session.update({ where: { id }, data: { roleAssignmentId: teacher } });
    expect(await findSession(id)).toMatchObject({ idleMinutes: 0 });
  });

  it('by the real clock: moving the business clock ends nobody’s and lengthens nobody’s', async () => {
    const [used, left] = [await sessionOf('OPERATOR'), await sessionOf('OPERATOR')];
    await leave(left, 31);
    for (const days of [400, -400]) {
      await moveClock(days * 24 * 60 * MINUTE_MS);
      expect(await findSession(used)).not.toBeNull();
      expect(await findSession(left)).toBeNull();
    }
    await moveClock(0);
  });
});

describe('what keeps a session', () => {
  const read = (id: string) => contextOf(region, id).then((context) => execute(ShellDocument, {}, context));
  const write = (id: string) =>
    contextOf(region, id).then((context) => execute('mutation { markNotificationsRead { problems { code } } }', {}, context));

  it('a write does, a read does not: a screen that asks by itself keeps nobody’s', async () => {
    const id = await sessionOf('OPERATOR');
    await leave(id, 20);
    const before = await seen(id);
    await read(id);
    expect(await seen(id)).toBe(before);
    await write(id);
    expect(await seen(id)).toBeGreaterThan(Date.now() - 5_000);
  });

  it('costs one statement a minute at most', async () => {
    const id = await sessionOf('OPERATOR');
    const fresh = await seen(id);
    for (let k = 0; k < 5; k += 1) await write(id);
    expect(await seen(id)).toBe(fresh);
    await leave(id, 2);
    const session = await findSession(id);
    if (!session) throw new Error('the session has ended');
    await noteActivity(session);
    const noted = await seen(id);
    await noteActivity({ ...session, lastSeenAt: new Date(noted) });
    expect(await seen(id)).toBe(noted);
  });

  it('cannot bring back one that has ended', async () => {
    const id = await sessionOf('OPERATOR');
    await leave(id, 31);
    const answer = await write(id);
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await findSession(id)).toBeNull();
  });
});

it('a session keeps where it was opened, and the role of one’s own that was asked for', async () => {
  const account = await makeAccount();
  const own = await giveRole('TEACHER', { region, account });
  await giveRole('EXPERT', { region, account });
  const strange = await giveRole('TEACHER', { region, account: await makeAccount() });
  const device = 'Mozilla/5.0 '.repeat(60);
  const id = await openSession(account.id, { address: '192.0.2.7', device, roleAssignmentId: own });
  const row = await prisma.session.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ roleAssignmentId: own, address: '192.0.2.7', device: device.slice(0, 300) });
  expect(
    (await prisma.session.findUniqueOrThrow({ where: { id: await openSession(account.id, { roleAssignmentId: strange }) } }))
      .roleAssignmentId,
  ).toBeNull();
  const [{ now }] = await prisma.$queryRaw<[{ now: Date }]>(Prisma.sql`select now()`);
  expect(Math.abs(row.expiresAt.getTime() - now.getTime() - 12 * 60 * MINUTE_MS)).toBeLessThan(MINUTE_MS);
});
