import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { deviceName } from '@/server/ownSessions';
import { prisma } from '@/server/prisma';
import { findSession, openSession } from '@/server/sessions';
import { anonymous, as, contextOf, dataOf, failureOf, makeAccount, makeRegion } from '@/testing/viewers';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});

const LIST = '{ viewer { sessions { id device address current lastSeenAt } } }';
interface Listed {
  viewer: { sessions: { id: string; device: string; address: string; current: boolean; lastSeenAt: string }[] } | null;
}
const list = async (context: GraphQLContext) => dataOf(await execute<Listed, object>(LIST, {}, context)).viewer?.sessions ?? [];
const end = (context: GraphQLContext, id: string) =>
  execute<object, object>('mutation ($id: UUID!) { endSession(sessionId: $id) { problems { code } } }', { id }, context);
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('one’s own sessions', () => {
  it('are listed with browser, address and when they were last used; those that have ended and other people’s are not', async () => {
    const account = await makeAccount();
    const mine = await openSession(account.id, { device: CHROME, address: '192.0.2.7' });
    const elsewhere = await openSession(account.id, { device: FIREFOX, address: '198.51.100.4' });
    const ended = await openSession(account.id);
    await prisma.session.update({ where: { id: ended }, data: { lastSeenAt: new Date(Date.now() - 3_600_000) } });
    await openSession((await makeAccount()).id);
    await prisma.session.update({ where: { id: elsewhere }, data: { lastSeenAt: new Date(Date.now() - 60_000) } });
    const rows = await list(await contextOf(region, mine));
    expect(rows.map(({ id, device, address, current }) => ({ id, device, address, current }))).toEqual([
      { id: mine, device: 'Chrome 156, Windows 10', address: '192.0.2.7', current: true },
      { id: elsewhere, device: 'Firefox 140, Linux', address: '198.51.100.4', current: false },
    ]);
  });

  it('one of them, or all others, are ended at once; another’s and a missing one look alike', async () => {
    const account = await makeAccount();
    const [mine, second, third] = [await openSession(account.id), await openSession(account.id), await openSession(account.id)];
    const context = await contextOf(region, mine);
    const strange = (await as('TEACHER', { region })).session?.sessionId ?? '';
    expect(failureOf(await end(context, strange))).toBe('NOT_FOUND');
    expect(failureOf(await end(context, account.id))).toBe('NOT_FOUND');
    expect(await findSession(strange)).not.toBeNull();
    dataOf(await end(context, second));
    expect(await findSession(second)).toBeNull();
    expect(await findSession(third)).not.toBeNull();
    dataOf(await execute('mutation { endOtherSessions { problems { code } } }', {}, context));
    expect((await list(context)).map((row) => row.id)).toEqual([mine]);
    const lines = await prisma.auditEntry.findMany({ where: { objectId: account.id, action: 'sign_out' }, orderBy: { id: 'asc' } });
    expect(lines.map((line) => line.sessionId)).toEqual([second, third]);
    expect(await findSession(strange)).not.toBeNull();
  });

  it('are nobody’s without a session', async () => {
    const nobody = await anonymous(region);
    expect(failureOf(await execute('mutation { endOtherSessions { problems { code } } }', {}, nobody))).toBe('UNAUTHENTICATED');
    expect(failureOf(await execute('mutation { continueSession { problems { code } } }', {}, nobody))).toBe('UNAUTHENTICATED');
  });
});

it.each([
  [CHROME, 'Chrome 156, Windows 10'],
  [FIREFOX, 'Firefox 140, Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari 18, iOS 18.1',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 YaBrowser/26.9.0.0 Safari/537.36',
    'Yandex Browser 26, Windows 10',
  ],
  ['curl/8.1', ''],
  ['', ''],
])('%s is %s', (agent, name) => {
  expect(deviceName(agent)).toBe(name);
});
