import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeAccount } from '@/testing/viewers';
import { newId } from '../ids';
import { prisma } from '../prisma';
import { findSession, openSession } from '../sessions';
import { authOptions } from './options';

/** What next-auth does with the answer of a way in: the token it puts into the cookie. */
const enter = async (provider: string, accountId: string, before: string | null) => {
  const { callbacks } = authOptions(async () => ({
    region: null,
    sessionId: before,
    session: await findSession(before),
    linkTo: null,
    address: '192.0.2.7',
    device: 'Mozilla/5.0',
  }));
  const user = { id: accountId };
  const account = { provider, type: 'credentials', providerAccountId: accountId } as const;
  return (await callbacks?.jwt?.({ token: {}, user, account, trigger: 'signIn' } as never)) as { sid?: string };
};

describe('[S21] next-auth’s own routes', () => {
  it.each(['credentials', 'demo', 'state'])('%s: this browser’s former session ends, whosoever it was', async (provider) => {
    const account = await makeAccount();
    if (provider === 'state') {
      const identity = { id: newId(), accountId: account.id, provider, subject: account.id, createdAt: new Date() };
      await prisma.identity.create({ data: identity });
    }
    for (const other of [account, await makeAccount()]) {
      const before = await openSession(other.id);
      const elsewhere = await openSession(other.id);
      const { sid } = await enter(provider, account.id, before);
      expect((await findSession(sid))?.accountId).toBe(account.id);
      expect(await findSession(before)).toBeNull();
      expect(await findSession(elsewhere)).not.toBeNull();
    }
  });

  it('a way in that opens nothing ends nothing', async () => {
    const before = await openSession((await makeAccount()).id);
    expect(await enter('state', randomUUID(), before)).toEqual({});
    expect(await findSession(before)).not.toBeNull();
  });
});
