import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Account, Region } from '@/generated/prisma/client';
import { SaveProfileDocument, UnlinkIdentityDocument } from '@/gql/graphql';
import { checkCredentials } from '@/server/auth/checkCredentials';
import { type Claims, enterByIdentity } from '@/server/auth/identities';
import { linkIdentity } from '@/server/auth/linkedIdentities';
import { authOptions } from '@/server/auth/options';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import { findSession, openSession } from '@/server/sessions';
import { anonymous, codesOf, contextOf, dataOf, failureOf, giveRole, makeAccount, makeRegion } from '@/testing/viewers';
import { changePassword, lettersTo, requestPasswordReset, resetPassword, secretTo } from './account.fixture';

/** What a session alone may not do (S7): set a password, change the address, join or part an identity of the portal. */

let region: Region;
beforeAll(async () => {
  region = await makeRegion('irkutsk/1.0.0');
});

const GOOD = 'сорок парт у окна';
const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);
const proven = { email_verified: true, snils_verified: true };
const claims = (over: object = {}): Claims => ({
  sub: randomUUID(),
  family_name: 'Кедрова',
  given_name: 'Алевтина',
  email: `${randomUUID()}@example.org`,
  ...proven,
  ...over,
});
const enter = async (given: Claims): Promise<Account> => {
  const verdict = await enterByIdentity('state', given, region);
  if ('problems' in verdict) throw new Error(verdict.problems[0]?.code);
  return prisma.account.findUniqueOrThrow({ where: { id: verdict.accountId } });
};
const contextIn = async (account: Account, provenAt: Date | null) => contextOf(region, await openSession(account.id, { provenAt }));
const moveTo = async (context: GraphQLContext, email: string, current: string | null = null) => {
  const input = { lastName: 'Кедрова', firstName: 'Алевтина', patronymic: '', phone: '', language: 'ru', email, current };
  return codesOf(dataOf(await execute(SaveProfileDocument, { input }, context)).saveProfile);
};
const unlink = async (context: GraphQLContext, identityId: string, current: string | null = null) =>
  execute(UnlinkIdentityDocument, { input: { identityId, current } }, context);
const identityOf = (account: Account) => prisma.identity.findFirstOrThrow({ where: { accountId: account.id } });

describe('an account that only the portal opens', () => {
  it.each([
    ['a session that has shown nothing', null],
    ['one that showed it eleven minutes ago', 11],
  ])('%s sets no password, changes no address, parts no identity', async (_name, minutes) => {
    const account = await enter(claims());
    const context = await contextIn(account, minutes === null ? null : ago(minutes));
    expect(codesOf(dataOf(await changePassword(context, GOOD)).changePassword)).toEqual(['PROOF_NEEDED']);
    expect(await moveTo(context, `${randomUUID()}@example.org`)).toEqual(['PROOF_NEEDED']);
    expect(codesOf(dataOf(await unlink(context, (await identityOf(account)).id)).unlinkIdentity)).toEqual(['PROOF_NEEDED']);
    const after = await prisma.account.findUniqueOrThrow({ where: { id: account.id } });
    expect(after).toMatchObject({ email: account.email, pendingEmail: account.pendingEmail, passwordHash: '-' });
    // What gives nothing away needs no proof.
    expect(await moveTo(context, account.email ?? '')).toEqual([]);
  });

  it('nor does it set a first address where the portal gave none', async () => {
    const account = await enter(claims({ email: undefined }));
    expect(await moveTo(await contextIn(account, null), `${randomUUID()}@example.org`)).toEqual(['PROOF_NEEDED']);
    expect(await moveTo(await contextIn(account, ago(1)), `${randomUUID()}@example.org`)).toEqual([]);
  });

  it('a sign-in of the last ten minutes does; the owner gets a letter that says so', async () => {
    const account = await enter(claims());
    const context = await contextIn(account, ago(9));
    const other = await openSession(account.id);
    expect(codesOf(dataOf(await changePassword(context, GOOD)).changePassword)).toEqual([]);
    expect(await findSession(other)).toBeNull();
    expect(await checkCredentials(account.login, GOOD, randomUUID())).toEqual({ accountId: account.id });
    expect((await lettersTo(account.email ?? '')).map((l) => l.letterId)).toContain('password_changed');
    // From now on it is the password that is asked for.
    expect(await moveTo(context, `${randomUUID()}@example.org`)).toEqual(['REQUIRED']);
    expect(await moveTo(context, `${randomUUID()}@example.org`, GOOD)).toEqual([]);
  });

  it('a letter’s link does, without any session', async () => {
    const account = await enter(claims());
    await requestPasswordReset(await anonymous(region), account.login);
    expect(await resetPassword(await anonymous(region), await secretTo(account.email ?? ''), GOOD)).toMatchObject({ problems: [] });
    expect(await checkCredentials(account.login, GOOD, randomUUID())).toEqual({ accountId: account.id });
  });
});

describe('when somebody has shown himself is what the provider says of it', () => {
  const shown = async (auth_time: unknown) => {
    const given = claims();
    await enter(given);
    const around = { region, sessionId: null, session: null, linkTo: null, address: '', device: '' };
    const { callbacks } = authOptions(async () => around);
    const token = { token: {}, user: { id: given.sub }, account: { provider: 'state' }, profile: { ...given, auth_time } };
    const made = (await callbacks?.jwt?.(token as never)) as { sid: string } | undefined;
    const context = await contextOf(region, made?.sid ?? null);
    return codesOf(dataOf(await changePassword(context, GOOD)).changePassword);
  };
  const seconds = (minutesAgo: number) => Math.floor(ago(minutesAgo).getTime() / 1000);

  it.each([
    ['just now', seconds(0), []],
    ['nine minutes ago', seconds(9), []],
    ['yesterday, the portal only knew him again', seconds(24 * 60), ['PROOF_NEEDED']],
    ['nothing', undefined, ['PROOF_NEEDED']],
    ['a text', 'now', ['PROOF_NEEDED']],
    ['tomorrow', seconds(-24 * 60), ['PROOF_NEEDED']],
  ])('%s', async (_name, time, codes) => {
    expect(await shown(time)).toEqual(codes);
  });
});

describe('an account with a password', () => {
  it('also asks for it before a first address, and before an identity is parted', async () => {
    const account = await makeAccount({ password: GOOD, email: null });
    await giveRole('EXPERT', { region, account });
    await linkIdentity('state', claims(), account.id);
    const context = await contextIn(account, ago(0));
    expect(await moveTo(context, `${randomUUID()}@example.org`)).toEqual(['REQUIRED']);
    const { id } = await identityOf(account);
    expect(codesOf(dataOf(await unlink(context, id)).unlinkIdentity)).toEqual(['REQUIRED']);
    expect(codesOf(dataOf(await unlink(context, id, 'не тот')).unlinkIdentity)).toEqual(['PASSWORD_WRONG']);
    const other = await openSession(account.id);
    expect(codesOf(dataOf(await unlink(context, id, GOOD)).unlinkIdentity)).toEqual([]);
    expect(await findSession(other)).toBeNull();
    expect(await prisma.identity.count({ where: { accountId: account.id } })).toBe(0);
  });
});

describe('an identity of the portal', () => {
  it('tells the owner when it is joined and when it is parted; another’s is not there', async () => {
    const account = await makeAccount({ password: GOOD, emailVerifiedAt: new Date() });
    await giveRole('EXPERT', { region, account });
    await linkIdentity('state', claims(), account.id);
    const stranger = await enter(claims());
    const context = await contextIn(account, null);
    expect(failureOf(await unlink(context, (await identityOf(stranger)).id, GOOD))).toBe('NOT_FOUND');
    await unlink(context, (await identityOf(account)).id, GOOD);
    expect((await lettersTo(account.email)).map((l) => l.letterId)).toEqual(['portal_linked', 'portal_unlinked']);
  });

  it('that a session joined goes when the owner recovers the account, unless he keeps it; what is provably his stays', async () => {
    const recover = async (snils: string | null, keeps: boolean) => {
      const account = await makeAccount({ password: GOOD, emailVerifiedAt: new Date(), snils });
      await giveRole('TEACHER', { region, account });
      await linkIdentity('state', claims({ snils: snils ?? undefined }), account.id);
      const session = await openSession(account.id);
      await requestPasswordReset(await anonymous(region), account.login);
      const token = await secretTo(account.email);
      const shown = dataOf(
        await execute<{ passwordResetIdentities: { id: string; proven: boolean }[] }, object>(
          'query ($token: String!) { passwordResetIdentities(token: $token) { id proven } }',
          { token },
          await anonymous(region),
        ),
      ).passwordResetIdentities;
      expect(shown).toMatchObject([{ proven: snils !== null }]);
      const kept = keeps ? shown.map(({ id }) => id) : [];
      expect(codesOf(await resetPassword(await anonymous(region), token, 'другие слова здесь', kept))).toEqual([]);
      expect(await findSession(session)).toBeNull();
      return prisma.identity.count({ where: { accountId: account.id } });
    };
    expect(await recover(null, false)).toBe(0);
    expect(await recover(null, true)).toBe(1);
    expect(await recover('11223344595', false)).toBe(1);
  });

  it('is shown to nobody without the link', async () => {
    const document = '{ passwordResetIdentities(token: "none") { id } }';
    expect(dataOf(await execute<object, object>(document, {}, await anonymous(region)))).toEqual({ passwordResetIdentities: [] });
  });

  it('whose SNILS the portal answers for is joined again; one that it was only told joins nothing and takes up nothing', async () => {
    const account = await makeAccount({ snils: '53716029481', emailVerifiedAt: new Date() });
    await giveRole('TEACHER', { region, account });
    const unproven = await enter(claims({ snils: '53716029481', snils_verified: undefined }));
    expect(unproven.id).not.toBe(account.id);
    expect(unproven.snils).toBeNull();
    const again = claims({ snils: '537-160-294 81' });
    expect((await enter(again)).id).toBe(account.id);
    expect((await enter({ sub: again.sub })).id).toBe(account.id);
    expect(await identityOf(account)).toMatchObject({ proof: 'SNILS' });
    expect((await lettersTo(account.email)).map((l) => l.letterId)).toContain('portal_linked');
  });

  it('is not joined where no role of the account comes in so, nor to a closed account', async () => {
    const chelyabinsk = await makeRegion('chelyabinsk/1.0.0');
    const [elsewhere, closed] = ['41230587134', '08765430300'];
    await giveRole('TEACHER', { region: chelyabinsk, account: await makeAccount({ snils: elsewhere }) });
    await giveRole('TEACHER', { region, account: await makeAccount({ snils: closed, lockedAt: new Date() }) });
    const refusal = async (snils: string, where: Region) => {
      const verdict = await enterByIdentity('state', claims({ snils }), where);
      return 'problems' in verdict ? verdict.problems.map((p) => p.code) : [];
    };
    expect(await refusal(elsewhere, chelyabinsk)).toEqual(['IDENTITY_UNKNOWN']);
    expect(await refusal(closed, region)).toEqual(['ACCOUNT_LOCKED']);
  });
});
