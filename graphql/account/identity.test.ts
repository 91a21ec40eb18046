import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { checkCredentials } from '@/server/auth/checkCredentials';
import { type Claims, enterByIdentity, findIdentityAccount } from '@/server/auth/identities';
import { linkIdentity } from '@/server/auth/linkedIdentities';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import { openSession } from '@/server/sessions';
import { as, contextOf, dataOf, giveRole, makeAccount, makeNeighbour, makeRegion } from '@/testing/viewers';

let region: Region;
beforeAll(async () => {
  region = await makeRegion('irkutsk');
});

const claims = (over: object = {}): Claims => ({
  sub: randomUUID(),
  family_name: 'Кедрова',
  given_name: ' Алевтина ',
  middle_name: 'Игоревна',
  email: `${randomUUID()}@example.org`,
  email_verified: true,
  snils_verified: true,
  ...over,
});
const enter = async (given: Claims, where: Region | null = region) => {
  const verdict = await enterByIdentity('state', given, where);
  if ('problems' in verdict) throw new Error(verdict.problems[0]?.code);
  return verdict.accountId;
};
const refusal = async (given: Claims, where: Region | null = region) => {
  const verdict = await enterByIdentity('state', given, where);
  return 'problems' in verdict ? verdict.problems.map((p) => p.code) : [];
};
const ROLES = '{ viewer { id role profileFilled roleAssignments { id role label scopeLabel chosen } } }';
interface Roles {
  viewer: { role: string | null; profileFilled: boolean; roleAssignments: { id: string; role: string }[] } | null;
}

describe('a teacher comes in through the state portal', () => {
  it('[IR-04] the first time makes an account of a teacher of this region with names and e-mail, and no password opens it', async () => {
    const given = claims();
    const id = await enter(given);
    const account = await prisma.account.findUniqueOrThrow({ where: { id }, include: { roles: true } });
    expect(account).toMatchObject({ lastName: 'Кедрова', firstName: 'Алевтина', patronymic: 'Игоревна', email: given.email });
    expect(account.emailVerifiedAt).not.toBeNull();
    expect(account.roles).toMatchObject([{ role: 'TEACHER', regionId: region.id }]);
    for (const password of ['-', '', 'что-нибудь длинное']) {
      expect(await checkCredentials(account.login, password, randomUUID())).toMatchObject({ problems: [{ code: 'CREDENTIALS_WRONG' }] });
    }
    const context = await contextOf(region, await openSession(id));
    expect(dataOf(await execute<Roles, object>(ROLES, {}, context)).viewer).toMatchObject({ role: 'TEACHER', profileFilled: true });
  });

  it('the next time it is the same account, by the subject alone, whatever the names say now', async () => {
    const given = claims();
    const id = await enter(given);
    expect(await enter({ sub: given.sub, family_name: 'Другая' })).toBe(id);
    expect(await findIdentityAccount('state', given.sub)).toBe(id);
    expect(await findIdentityAccount('another', given.sub)).toBeNull();
    expect(await prisma.account.count({ where: { identities: { some: { subject: given.sub } } } })).toBe(1);
  });

  it('two sign-ins of one person in one moment make one account', async () => {
    const given = claims();
    const ids = await Promise.all([enter(given), enter(given), enter(given)]);
    expect(new Set(ids).size).toBe(1);
  });

  it('an address that another account has joins nothing and is left out', async () => {
    const other = await makeAccount();
    const id = await enter(claims({ email: other.email }));
    expect(id).not.toBe(other.id);
    expect((await prisma.account.findUniqueOrThrow({ where: { id } })).email).toBeNull();
  });

  it('a SNILS that the provider answers for opens the account that has it, a free one is the new account’s', async () => {
    const owner = await makeAccount({ snils: '11223344595' });
    expect(await enter(claims({ snils: '112-233-445 95' }))).toBe(owner.id);
    const id = await enter(claims({ snils: '41230587134' }));
    expect((await prisma.account.findUniqueOrThrow({ where: { id } })).snils).toBe('41230587134');
  });

  it('a closed account stays closed, and a role that was taken away does not come back by itself', async () => {
    const given = claims();
    const id = await enter(given);
    await prisma.roleAssignment.updateMany({ where: { accountId: id }, data: { removedAt: new Date() } });
    await enter(given);
    expect(await prisma.roleAssignment.count({ where: { accountId: id, removedAt: null } })).toBe(0);
    await prisma.account.update({ where: { id }, data: { lockedAt: new Date() } });
    expect(await refusal(given)).toEqual(['ACCOUNT_LOCKED']);
  });

  it('in a region whose teachers come in otherwise, and without a region, an unknown person gets no account', async () => {
    const samara = await makeRegion('samara');
    const given = claims();
    expect(await refusal(given, samara)).toEqual(['IDENTITY_UNKNOWN']);
    expect(await refusal(given, null)).toEqual(['IDENTITY_UNKNOWN']);
    expect(await findIdentityAccount('state', given.sub)).toBeNull();
  });

  it('one person has roles in two regions and sees one region at a time', async () => {
    const neighbour = await makeNeighbour(region);
    const given = claims();
    const id = await enter(given);
    await enter(given, neighbour);
    const { viewer } = dataOf(await execute<Roles, object>(ROLES, {}, await contextOf(region, await openSession(id))));
    expect(viewer?.role).toBeNull();
    expect(viewer?.roleAssignments.map((r) => r.role)).toEqual(['TEACHER', 'TEACHER']);
  });
});

describe('[IR-06] who has an internal login may join the portal to it', () => {
  it('an expert keeps his roles and chooses one after signing in', async () => {
    const account = await makeAccount();
    await giveRole('EXPERT', { region, account });
    await giveRole('TEACHER', { region, account });
    const given = claims();
    expect(await linkIdentity('state', given, account.id)).toEqual({ accountId: account.id });
    expect(await linkIdentity('state', given, account.id)).toEqual({ accountId: account.id });
    expect(await enter(given)).toBe(account.id);
    const { viewer } = dataOf(await execute<Roles, object>(ROLES, {}, await contextOf(region, await openSession(account.id))));
    expect(viewer?.role).toBeNull();
    expect(viewer?.roleAssignments.map((r) => r.role).sort()).toEqual(['EXPERT', 'TEACHER']);
  });

  it('a subject or a SNILS of another account stays where it is', async () => {
    const given = claims();
    await enter(given);
    const { session } = await as('EXPERT', { region });
    const id = session?.accountId ?? '';
    expect(await linkIdentity('state', given, id)).toMatchObject({ problems: [{ code: 'IDENTITY_TAKEN' }] });
    await makeAccount({ snils: '53716029481' });
    expect(await linkIdentity('state', claims({ snils: '53716029481' }), id)).toMatchObject({ problems: [{ code: 'SNILS_TAKEN' }] });
  });
});
