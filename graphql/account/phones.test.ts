import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { SaveProfileDocument } from '@/gql/graphql';
import { checkCredentials } from '@/server/auth/checkCredentials';
import { loginProblems } from '@/server/auth/loginRules';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { openSession } from '@/server/sessions';
import { as, codesOf, contextOf, dataOf, makeAccount, makePlace, makeRegion } from '@/testing/viewers';
import { changePassword, issueAccount, secretTo } from './account.fixture';

const PASSWORD = 'сорок парт у окна';
let region: Region;
beforeAll(async () => {
  region = await makeRegion('sverdlovsk');
});

const signsIn = async (typed: string, password = PASSWORD) => {
  const verdict = await checkCredentials(typed, password, newId());
  return 'accountId' in verdict ? verdict.accountId : null;
};

/** An expert whom the operator gave an account with this telephone, and who has chosen a password. */
async function issueWith(phone: string) {
  const { organisation } = await makePlace(region);
  const email = `${newId()}@example.org`;
  const input = {
    email,
    lastName: 'Рогов',
    firstName: 'Илья',
    role: 'EXPERT' as const,
    organisationId: organisation.id,
    post: 'учитель',
    phone,
  };
  const { problems } = dataOf(await issueAccount(await as('OPERATOR', { region }), input)).issueAccount;
  if (problems.length) return { email, problems, context: null, id: '' };
  const { id } = await prisma.account.findUniqueOrThrow({ where: { email } });
  const once = await secretTo(email);
  const session = await contextOf(region, await openSession(id));
  expect(codesOf(dataOf(await changePassword(session, PASSWORD, once)).changePassword)).toEqual([]);
  return { email, problems, id, context: await contextOf(region, session.session?.sessionId ?? null) };
}

const saveProfile = async (context: Awaited<ReturnType<typeof as>>, phone: string) => {
  const { email } = context.session ?? {};
  const input = {
    lastName: 'Рогов',
    firstName: 'Илья',
    patronymic: '',
    email: email ?? '',
    phone,
    language: 'ru',
    sex: null,
    current: null,
  };
  return codesOf(dataOf(await execute(SaveProfileDocument, { input }, context)).saveProfile);
};

describe('a telephone', () => {
  it('[SV-04] signs in, like the e-mail, where whoever issued the role gave it, in any spelling', async () => {
    const { id, email } = await issueWith('+7 (922) 100-20-30');
    expect(await signsIn(email)).toBe(id);
    for (const spelt of ['8 922 100 20 30', '9221002030', '+79221002030']) expect(await signsIn(spelt), spelt).toBe(id);
  });

  it('of one’s own profile is a contact: it opens nothing and closes nobody else’s door', async () => {
    const { id } = await issueWith('8 922 200-20-30');
    const other = await as('EXPERT', { region, account: await makeAccount({ password: PASSWORD }) });
    expect(await saveProfile(other, '+7 922 200 20 30')).toEqual([]);
    expect(await signsIn('9222002030')).toBe(id);
    const lone = await as('EXPERT', { region, account: await makeAccount({ password: PASSWORD }) });
    expect(await saveProfile(lone, '8 922 200-20-99')).toEqual([]);
    expect(await signsIn('89222002099')).toBeNull();
  });

  it('written otherwise stays the way in; another number in one’s own profile ends it', async () => {
    const { id, context } = await issueWith('8 922 300-20-30');
    if (!context) throw new Error('no session');
    expect(await saveProfile(context, '+7 (922) 300 20 30')).toEqual([]);
    expect(await signsIn('9223002030')).toBe(id);
    expect(await saveProfile(context, '8 922 300-20-31')).toEqual([]);
    expect([await signsIn('9223002030'), await signsIn('9223002031')]).toEqual([null, null]);
  });

  it('that signs another in already is taken down as a contact, also of two at once', async () => {
    const issued = [await issueWith('8 922 400-20-30'), await issueWith('+7 922 400 20 30')];
    expect(await signsIn('9224002030')).toBe(issued[0]?.id);
    expect((await prisma.account.findUniqueOrThrow({ where: { id: issued[1]?.id ?? '' } })).phone).toBe('+7 922 400 20 30');
    const both = await Promise.all([issueWith('8 922 500-20-30'), issueWith('8 922 500-20-30')]);
    expect(both.map((one) => one.problems)).toEqual([[], []]);
    expect(await prisma.account.count({ where: { signInPhone: '9225002030' } })).toBe(1);
  });

  it('that is none is refused', async () => {
    expect((await issueWith('позвоните мне')).problems).toMatchObject([{ code: 'PHONE_INVALID', path: ['phone'] }]);
  });
});

it('a login that reads like a number is nobody’s to choose', () => {
  for (const login of ['9271112233', '112-233-445', '+79271112233', '12345', '1-2-3', '8.927.111', '112 233', '007'])
    expect(
      loginProblems(login).map((p) => p.code),
      login,
    ).toEqual(['LOGIN_INVALID']);
  for (const login of ['ivanov-1970', 'учитель.7', '7яю', 'a12345678901']) expect(loginProblems(login), login).toEqual([]);
});
