import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Account, Region } from '@/generated/prisma/client';
import { checkCredentials } from '@/server/auth/checkCredentials';
import { spend } from '@/server/auth/throttle';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { anonymous, as, codesOf, makeAccount, makeRegion } from '@/testing/viewers';
import { secretOf } from './claims.fixture';

/** Tries are counted by the account, however its name is spelt; what names nobody is counted by one spelling. */

const GOOD = 'сорок парт у окна';
let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});

let made = 0;
/** A SNILS whose checksum holds. */
function newSnils(): string {
  made += 1;
  const nine = String(112_233_000 + made);
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
  return nine + String((sum < 100 ? sum : sum % 101) % 100).padStart(2, '0');
}

async function person(): Promise<Account> {
  const account = await makeAccount({ password: GOOD });
  const snils = newSnils();
  return prisma.account.update({
    where: { id: account.id },
    data: {
      login: `й${newId()}`,
      snils,
      signInPhone: `927${snils.slice(2, 9)}`,
      email: account.email ?? `${newId()}@example.org`,
      emailVerifiedAt: new Date(),
    },
  });
}

/** One name in many spellings, as a form or a program may send it. */
const capital = (text: string) => text.toUpperCase();
const spaced = (text: string) => `  ${text}\t`;
const digitSpellings = (digits: string) => [
  digits,
  [...digits].join('-'),
  [...digits].join(' '),
  digits.replace(/(\d{3})(?=\d)/g, '$1- '),
  `${digits}  `,
];
const ALIASES: Record<string, (account: Account) => string[]> = {
  login: ({ login }) => [login, capital(login), spaced(login), login.normalize('NFD')],
  'e-mail': ({ email }) => [email ?? '', capital(email ?? ''), spaced(email ?? '')],
  SNILS: ({ snils }) => digitSpellings(snils ?? ''),
  telephone: ({ signInPhone }) =>
    ['8', '+7', '7', '', '+7 (', '8-'].flatMap((front) => digitSpellings(signInPhone ?? '').map((rest) => front + rest)),
};
const allSpellings = (account: Account) => Object.values(ALIASES).flatMap((spell) => spell(account));
const signIn = (login: string, password = 'не тот') => checkCredentials(login, password, randomUUID());
const codeOf = (verdict: Awaited<ReturnType<typeof signIn>>) => ('problems' in verdict ? verdict.problems[0]?.code : undefined);

describe('every spelling of every name', () => {
  it.each(Object.keys(ALIASES))('signs in: %s', async (name) => {
    const account = await person();
    for (const spelling of ALIASES[name]?.(account) ?? [])
      expect(await signIn(spelling, GOOD), spelling).toEqual({ accountId: account.id });
  });

  it.each(Object.keys(ALIASES))('is one counter of sign-in with all the others: %s is refused after the rest were tried', async (name) => {
    const account = await person();
    const rest = allSpellings(account).filter((spelling) => !ALIASES[name]?.(account).includes(spelling));
    for (let k = 0; k < 20; k += 1) expect(codeOf(await signIn(rest[k % rest.length] ?? ''))).toBe('CREDENTIALS_WRONG');
    for (const spelling of ALIASES[name]?.(account) ?? []) expect(codeOf(await signIn(spelling, GOOD)), spelling).toBe('TOO_MANY_ATTEMPTS');
  });

  it('says for how many minutes, and another account goes on', async () => {
    const [account, other] = [await person(), await person()];
    for (let k = 0; k < 20; k += 1) await signIn(account.login);
    expect(await signIn(account.login)).toMatchObject({
      problems: [{ code: 'TOO_MANY_ATTEMPTS', params: { minutes: expect.any(Number) } }],
    });
    expect(await signIn(other.login, GOOD)).toEqual({ accountId: other.id });
  });
});

describe('a stranger who uses up the tries of an account', () => {
  const exhaust = async ({ login }: Account) => {
    for (let k = 0; k < 20; k += 1) await signIn(login);
    expect(codeOf(await signIn(login, GOOD))).toBe('TOO_MANY_ATTEMPTS');
  };

  it('does not keep its owner out where he has signed in before; there, too, tries are counted', async () => {
    const account = await person();
    const home = randomUUID();
    expect(await checkCredentials(account.email ?? '', GOOD, home)).toEqual({ accountId: account.id });
    await exhaust(account);
    for (let k = 0; k < 3; k += 1) expect(await checkCredentials(account.login, GOOD, home)).toEqual({ accountId: account.id });
    expect(codeOf(await signIn(account.login, GOOD)), 'elsewhere').toBe('TOO_MANY_ATTEMPTS');
    for (let k = 0; k < 20; k += 1) expect(codeOf(await checkCredentials(account.login, 'не тот', home))).toBe('CREDENTIALS_WRONG');
    expect(codeOf(await checkCredentials(account.login, GOOD, home))).toBe('TOO_MANY_ATTEMPTS');
  });

  it('nor where he has just chosen a password by a letter, nor from what asks for the password inside', async () => {
    const account = await person();
    const context = await as('TEACHER', { region, account });
    await exhaust(account);
    const change = 'mutation ($input: ChangePasswordInput!) { payload: changePassword(input: $input) { problems { code } } }';
    expect(refused(await execute(change, { input: { current: GOOD, next: 'рукав пришит наоборот' } }, context))).toEqual([]);
    const visitor = await anonymous(region);
    const ask = 'mutation ($login: String!) { payload: requestPasswordReset(login: $login) { problems { code } } }';
    await execute(ask, { login: account.login }, visitor);
    const reset = 'mutation ($input: ResetPasswordInput!) { payload: resetPassword(input: $input) { problems { code } } }';
    const input = { token: await secretOf(account.email ?? ''), next: GOOD };
    expect(refused(await execute(reset, { input }, visitor))).toEqual([]);
    expect(await checkCredentials(account.login, GOOD, visitor.address)).toEqual({ accountId: account.id });
  });
});

describe('what names nobody', () => {
  it.each([
    ['a SNILS', digitSpellings(newSnils())],
    ['a SNILS whose checksum does not hold', digitSpellings('11223344500')],
    ['a telephone', ['89270000001', '+7 (927) 000-00-01', '9270000001']],
    ['a login', ['нет такого й', 'НЕТ ТАКОГО Й', 'нет такого й'.normalize('NFD'), ' нет такого й ']],
  ])('is counted by one spelling: %s', async (_what, spellings) => {
    for (let k = 0; k < 20; k += 1) expect(codeOf(await signIn(spellings[k % spellings.length] ?? ''))).toBe('CREDENTIALS_WRONG');
    for (const spelling of spellings) expect(codeOf(await signIn(spelling)), spelling).toBe('TOO_MANY_ATTEMPTS');
  });
});

it('whoever takes another address of his IPv6 network is the same caller', async () => {
  const uses = (address: string) => [['reset_address', address] as const];
  for (let k = 0; k < 60; k += 1) expect(await spend(uses(`2001:db8:0:7::${k.toString(16)}`))).toEqual([]);
  for (const same of ['2001:db8:0:7:ffff::1', '2001:DB8::7:0:0:0:1', '2001:0db8:0000:0007:1:2:3:4'])
    expect(codesOf({ problems: await spend(uses(same)) }), same).toEqual(['TOO_MANY_ATTEMPTS']);
  for (const other of ['2001:db8:0:8::1', '2001:db8::7', '::7', '192.0.2.60']) expect(await spend(uses(other)), other).toEqual([]);
});

it('a name with characters that cannot be stored is a wrong one', async () => {
  for (const login of ['й\0', '\0', 'й\ud800']) expect(codeOf(await signIn(login, 'п\0')), JSON.stringify(login)).toBe('CREDENTIALS_WRONG');
});

type Refusals = { problems: { code: string }[] };
const DOORS: Record<string, { tries: number; names: (account: Account) => string[]; ask: (name: string) => Promise<string[]> }> = {
  'a forgotten password': {
    tries: 5,
    names: allSpellings,
    ask: async (login) =>
      refused(
        await execute(
          'mutation ($login: String!) { payload: requestPasswordReset(login: $login) { problems { code } } }',
          { login },
          await anonymous(region),
        ),
      ),
  },
  activation: {
    tries: 20,
    names: (account) => ALIASES.SNILS?.(account) ?? [],
    ask: async (snils) =>
      refused(
        await execute(
          'mutation ($input: ActivateAccountInput!) { payload: activateAccount(input: $input) { problems { code } } }',
          { input: { snils, code: 'не тот', password: GOOD } },
          await anonymous(region),
        ),
      ),
  },
  access: {
    tries: 5,
    names: (account) => ALIASES['e-mail']?.(account) ?? [],
    ask: async (email) =>
      refused(
        await execute(
          'mutation ($email: String!) { payload: requestAccess(email: $email) { problems { code } } }',
          { email },
          await anonymous(region),
        ),
      ),
  },
};
const refused = ({ data }: { data?: unknown }) =>
  (data as { payload: Refusals } | null)?.payload.problems.map(({ code }) => code) ?? ['no data'];

it.each(Object.entries(DOORS))('%s counts the account, too', async (_name, { tries, names, ask }) => {
  const account = await person();
  const spellings = names(account);
  for (let k = 0; k < tries; k += 1) expect(await ask(spellings[k % spellings.length] ?? '')).not.toContain('TOO_MANY_ATTEMPTS');
  for (const spelling of spellings.slice(0, 6)) expect(await ask(spelling), spelling).toEqual(['TOO_MANY_ATTEMPTS']);
});
