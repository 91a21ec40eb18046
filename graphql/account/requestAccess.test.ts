import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { checkCredentials } from '@/server/auth/checkCredentials';
import { moveClock } from '@/server/clock';
import { watchTerms } from '@/server/jobs/watchTerms';
import { sendLetter } from '@/server/mail/send';
import { prisma } from '@/server/prisma';
import { findSession, openSession } from '@/server/sessions';
import { anonymous, as, codesOf, contextOf, dataOf, failureOf, makeAccount, makeRegion } from '@/testing/viewers';
import {
  accountOf,
  changePassword,
  isLinkOpen,
  lettersTo,
  reopenAccount,
  requestAccess,
  requestPasswordReset,
  resetPassword,
  secretTo,
} from './account.fixture';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});
const newEmail = () => `${randomUUID()}@example.org`;
const DAY = 86_400_000;
const GOOD = 'синий автобус едет';

describe('asking for access by e-mail', () => {
  test('[SM-04] [SM-05] an unknown address gets an account of a teacher and letter 1 with login, sealed password and link', async () => {
    const email = newEmail();
    expect((await requestAccess(await anonymous(region), ` ${email.toUpperCase()} `)).problems).toEqual([]);
    const account = await accountOf(email);
    expect(account.roles).toMatchObject([{ role: 'TEACHER', regionId: region.id }]);
    expect(account.passwordHash).toMatch(/^\$argon2id\$/);
    const [letter] = await lettersTo(email);
    expect(letter).toMatchObject({ letterId: 'letter_1', subject: 'Учетные данные для подачи заявления на аттестацию' });
    expect(letter?.body).toContain(account.login);
    expect(letter?.body).toContain('/start');
    const password = await secretTo(email);
    expect(password).toMatch(/^[a-hjkmnp-z2-9]{10}$/);
    expect(await checkCredentials(account.login, password, randomUUID())).toEqual({ accountId: account.id });
    expect(await checkCredentials(email, password, randomUUID())).toEqual({ accountId: account.id });
  });

  test('[SM-07] letter 1 tells who did not ask to do nothing', async () => {
    const email = newEmail();
    await requestAccess(await anonymous(region), email);
    expect((await lettersTo(email))[0]?.body).toContain('ничего делать не нужно');
  });

  test('a known address is answered alike, keeps its account and gets a link', async () => {
    const account = await makeAccount({ password: GOOD });
    const known = await requestAccess(await anonymous(region), account.email);
    const unknown = await requestAccess(await anonymous(region), newEmail());
    expect(known).toEqual(unknown);
    expect((await lettersTo(account.email)).map((l) => l.letterId)).toEqual(['password_reset']);
    expect((await accountOf(account.email)).passwordHash).toBe(account.passwordHash);
  });

  test.each([
    ['', 'REQUIRED'],
    ['не почта', 'EMAIL_INVALID'],
  ])('%s is refused: %s', async (email, code) => {
    expect(codesOf(await requestAccess(await anonymous(region), email))).toEqual([code]);
  });

  test('too many requests for one address are refused, known and unknown alike', async () => {
    const account = await makeAccount();
    for (const email of [account.email, newEmail()]) {
      for (let k = 0; k < 5; k += 1) expect(codesOf(await requestAccess(await anonymous(region), email))).toEqual([]);
      expect(codesOf(await requestAccess(await anonymous(region), email))).toEqual(['TOO_MANY_ATTEMPTS']);
    }
  }, 60_000);

  test('a letter that has left keeps no secret', async () => {
    const email = newEmail();
    await requestAccess(await anonymous(region), email);
    const [letter] = await lettersTo(email);
    await sendLetter(letter?.id ?? '');
    expect(await prisma.notification.findUniqueOrThrow({ where: { id: letter?.id ?? '' } })).toMatchObject({
      status: 'SENT',
      secret: null,
    });
  });
});

describe('credentials that are not used', () => {
  test('[SM-06] after three days the login and the password are annulled; asking again gives new ones; the operator may open it as well', async () => {
    const email = newEmail();
    await requestAccess(await anonymous(region), email);
    const old = await secretTo(email);
    const { id, login, passwordExpiresAt } = await accountOf(email);
    const term = await prisma.deadline.findFirstOrThrow({ where: { accountId: id } });
    expect(passwordExpiresAt).toEqual(term.lapsesAt);
    await moveClock(10 * DAY);
    try {
      expect(await checkCredentials(login, old, randomUUID())).toMatchObject({ problems: [{ code: 'CREDENTIALS_EXPIRED' }] });
      expect(await checkCredentials(login, 'not it', randomUUID())).toMatchObject({ problems: [{ code: 'CREDENTIALS_WRONG' }] });
      await watchTerms();
      expect((await accountOf(email)).lockedAt).not.toBeNull();
      expect(await checkCredentials(login, old, randomUUID())).toMatchObject({ problems: [{ code: 'CREDENTIALS_EXPIRED' }] });
      await requestAccess(await anonymous(region), email);
      expect(await checkCredentials(login, old, randomUUID())).toMatchObject({ problems: [{ code: 'CREDENTIALS_WRONG' }] });
      expect(await checkCredentials(login, await secretTo(email), randomUUID())).toEqual({ accountId: id });
      await moveClock(30 * DAY);
      await watchTerms();
      const reopened = dataOf(await reopenAccount(await as('OPERATOR', { region }), id)).reopenAccount;
      expect(reopened).toMatchObject({ problems: [], account: { locked: false } });
      expect(await checkCredentials(login, await secretTo(email), randomUUID())).toEqual({ accountId: id });
    } finally {
      await moveClock(0);
    }
  });

  test('an account in order has nothing to be opened, and a teacher opens none', async () => {
    const { session } = await as('TEACHER', { region });
    const again = dataOf(await reopenAccount(await as('OPERATOR', { region }), session?.accountId ?? '')).reopenAccount;
    expect(codesOf(again)).toEqual(['WRONG_STATUS']);
    expect(failureOf(await reopenAccount(await as('TEACHER', { region }), session?.accountId ?? ''))).toBe('FORBIDDEN');
  });
});

describe('the first sign-in and passwords', () => {
  test('a one-time password only opens the choice of a password', async () => {
    const account = await makeAccount({ password: 'einmalig', passwordChosenAt: null });
    const context = await contextOf(region, await openSession(account.id));
    expect(context.viewer).toBeNull();
    expect(dataOf(await changePassword(context, GOOD)).changePassword).toMatchObject({
      problems: [],
      viewer: { mustChoosePassword: false },
    });
    expect(await checkCredentials(account.login, GOOD, randomUUID())).toEqual({ accountId: account.id });
  });

  test.each([
    ['короткий', 'PASSWORD_TOO_SHORT'],
    ['ю'.repeat(201), 'PASSWORD_TOO_LONG'],
    ['qwertyuiop', 'PASSWORD_TOO_COMMON'],
    ['пароль-12345', 'PASSWORD_TOO_COMMON'],
    ['абвабвабваб', 'PASSWORD_TOO_COMMON'],
    ['1234567890', 'PASSWORD_TOO_COMMON'],
    ['01.01.1970', 'PASSWORD_PERSONAL'],
    ['Вострикова-2026', 'PASSWORD_PERSONAL'],
    [GOOD, 'PASSWORD_SAME'],
  ])('%s is refused: %s', async (next, code) => {
    const account = await makeAccount({ password: GOOD });
    const context = await contextOf(region, await openSession(account.id));
    expect(codesOf(dataOf(await changePassword(context, next, GOOD)).changePassword)).toEqual([code]);
  });

  test('changing asks for the present password and ends every other session at once', async () => {
    const account = await makeAccount({ password: GOOD });
    const [mine, other] = [await openSession(account.id), await openSession(account.id)];
    const context = await contextOf(region, mine);
    expect(codesOf(dataOf(await changePassword(context, 'другие слова здесь')).changePassword)).toEqual(['REQUIRED']);
    expect(codesOf(dataOf(await changePassword(context, 'другие слова здесь', 'не тот')).changePassword)).toEqual(['PASSWORD_WRONG']);
    expect(codesOf(dataOf(await changePassword(context, 'другие слова здесь', GOOD)).changePassword)).toEqual([]);
    expect(await findSession(other)).toBeNull();
    expect(await findSession(mine)).not.toBeNull();
    expect(failureOf(await changePassword(await anonymous(region), GOOD))).toBe('UNAUTHENTICATED');
  });

  test('a link of a letter works once, for an hour, and ends every session', async () => {
    const { session } = await as('EXPERT', { region });
    const { login, accountId, sessionId } = session ?? { login: '', accountId: '', sessionId: '' };
    const email = session?.email ?? '';
    const visitor = await anonymous(region);
    const known = await requestPasswordReset(visitor, login);
    expect(known).toEqual(await requestPasswordReset(await anonymous(region), 'nobody-of-that-name'));
    const token = await secretTo(email);
    expect((await prisma.passwordReset.findFirstOrThrow({ where: { accountId } })).tokenHash).not.toContain(token);
    expect(await isLinkOpen(visitor, token)).toBe(true);
    expect(codesOf(await resetPassword(visitor, token, 'короткий'))).toEqual(['PASSWORD_TOO_SHORT']);
    expect(await resetPassword(visitor, token, GOOD)).toMatchObject({ problems: [], login });
    expect(await findSession(sessionId)).toBeNull();
    expect(codesOf(await resetPassword(visitor, token, 'третьи слова тут'))).toEqual(['LINK_USED']);
    await requestPasswordReset(visitor, email);
    const late = await secretTo(email);
    await prisma.passwordReset.updateMany({ where: { accountId, usedAt: null }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await isLinkOpen(visitor, late)).toBe(false);
    expect(codesOf(await resetPassword(visitor, late, 'третьи слова тут'))).toEqual(['LINK_EXPIRED']);
  });

  test('a closed account is said only to who knows its password, and no link opens it', async () => {
    const account = await makeAccount({ password: GOOD, lockedAt: new Date() });
    expect(await checkCredentials(account.login, GOOD, randomUUID())).toMatchObject({ problems: [{ code: 'ACCOUNT_LOCKED' }] });
    expect(await checkCredentials(account.login, 'не тот пароль', randomUUID())).toMatchObject({
      problems: [{ code: 'CREDENTIALS_WRONG' }],
    });
  });

  test('sign-in is throttled by account, known and unknown alike, and by address', async () => {
    const account = await makeAccount({ password: GOOD });
    for (const login of [account.login, 'nobody-at-all']) {
      for (let k = 0; k < 20; k += 1) await checkCredentials(login, 'не тот', randomUUID());
      expect(await checkCredentials(login, GOOD, randomUUID())).toMatchObject({ problems: [{ code: 'TOO_MANY_ATTEMPTS' }] });
    }
    const address = randomUUID();
    const tries = await Promise.all(Array.from({ length: 205 }, (_, k) => checkCredentials(`somebody-${k}`, 'x', address)));
    const refused = tries.filter((t) => 'problems' in t && t.problems[0]?.code === 'TOO_MANY_ATTEMPTS');
    expect(refused).toHaveLength(5);
  }, 60_000);
});
