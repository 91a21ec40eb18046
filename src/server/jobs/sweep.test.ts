import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeAccount, makeRegion } from '@/testing/viewers';
import { newId } from '../ids';
import { prisma } from '../prisma';
import { openSession } from '../sessions';
import { sweep } from './sweep';
import * as uploads from './sweepUploads';

beforeAll(() => makeRegion());
afterEach(() => vi.restoreAllMocks());

const DAY_MS = 86_400_000;

describe('the sweep', () => {
  it('clears what is over and leaves what is not, also while the store cannot be reached', async () => {
    vi.spyOn(uploads, 'sweepUploads').mockRejectedValue(new Error('the store is down'));
    const { id: accountId } = await makeAccount();
    const [ended, running] = [await openSession(accountId), await openSession(accountId)];
    const past = new Date(Date.now() - 2 * DAY_MS);
    await prisma.session.update({ where: { id: ended }, data: { expiresAt: past } });
    const link = (expiresAt: Date) => prisma.passwordReset.create({ data: { id: newId(), accountId, tokenHash: newId(), expiresAt } });
    const [spent, open] = [await link(past), await link(new Date(Date.now() + DAY_MS))];
    await prisma.rateLimit.createMany({
      data: [
        { key: 'spent', points: 5, expire: BigInt(past.getTime()) },
        { key: 'counting', points: 5, expire: BigInt(Date.now() + DAY_MS) },
      ],
    });
    await sweep();
    await sweep();
    expect((await prisma.session.findMany({ where: { accountId } })).map((s) => s.id)).toEqual([running]);
    expect((await prisma.passwordReset.findMany()).map((r) => r.id)).toEqual([open.id]);
    expect((await prisma.rateLimit.findMany()).map((r) => r.key)).toEqual(['counting']);
    expect(spent.id).not.toBe(open.id);
  });
});
