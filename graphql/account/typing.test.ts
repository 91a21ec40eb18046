import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { issueActivation } from '@/server/auth/activation';
import { checkCredentials } from '@/server/auth/checkCredentials';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { unseal } from '@/server/seal';
import { anonymous, as, codesOf, dataOf, makeAccount, makePlace, makeRegion } from '@/testing/viewers';

/** What people really type and paste at the doors, and links that are pressed again. */

interface Told {
  problems: { code: string; path: string[]; message: string }[];
  login?: string | null;
}
const run = async (context: GraphQLContext, field: string, type: string, input: object, more = '') =>
  dataOf(
    await execute<Record<string, Told>, object>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code path message } ${more} } }`,
      { input },
      context,
    ),
  )[field] ?? { problems: [{ code: 'NONE', path: [], message: '' }] };

const lettersTo = (email: string) => prisma.notification.findMany({ where: { email }, orderBy: { id: 'asc' } });
const secretsTo = async (email: string) =>
  (await lettersTo(email)).flatMap(({ secret }) => (secret ? [unseal('letter secret', secret)] : []));
const secretTo = async (email: string) => (await secretsTo(email)).at(-1) ?? '';
const whoSignsIn = async (login: string, password: string) => {
  const verdict = await checkCredentials(login, password, newId());
  return 'accountId' in verdict ? verdict.accountId : null;
};
const PASSWORD = 'сорок парт у окна';
const ask = async (region: Region, login: string) =>
  dataOf(
    await execute<{ requestPasswordReset: Told }, object>(
      'mutation ($login: String!) { requestPasswordReset(login: $login) { problems { code path message } } }',
      { login },
      await anonymous(region),
    ),
  ).requestPasswordReset;
const closedLink = async (region: Region, token: string) =>
  dataOf(
    await execute<{ closedLink: { code: string; message: string } | null }, object>(
      'query ($token: String!) { closedLink(token: $token) { code message } }',
      { token },
      await anonymous(region),
    ),
  ).closedLink;

describe('registering', () => {
  let region: Region;
  beforeAll(async () => {
    region = await makeRegion('tomsk');
  });
  const input = (login: string, changes: object = {}) => ({
    login,
    password: PASSWORD,
    lastName: 'Лугова',
    firstName: 'Анна',
    patronymic: 'Львовна',
    email: `${login}@mail.example`,
    ...changes,
  });
  const register = async (given: object) => run(await anonymous(region), 'registerAccount', 'RegisterAccountInput', given);

  it('[TM-15] twice at once is registering once: one account, one letter, the same answer', async () => {
    const both = await Promise.all([register(input('lugova.a')), register(input('lugova.a'))]);
    expect(both.map(codesOf)).toEqual([[], []]);
    expect(codesOf(await register(input('lugova.a')))).toEqual([]);
    expect(await prisma.account.count({ where: { login: 'lugova.a' } })).toBe(1);
    expect(await lettersTo('lugova.a@mail.example')).toHaveLength(1);
  });

  it('under a login of another says that it is taken and which are free, also to who knows the address but not the password', async () => {
    await register(input('lugova.b'));
    const { problems } = await register(input('lugova.b', { password: 'другие слова за окном' }));
    expect(problems).toMatchObject([{ code: 'LOGIN_TAKEN', path: ['login'] }]);
    expect(problems[0]?.message).toBe(
      'Этот логин занят. Свободны: lugova.b2, lugova.b3, lugova.b4. Возьмите один из них или придумайте другой.',
    );
    expect(codesOf(await register(input('lugova.b2', { email: 'lugova.b2@mail.example' })))).toEqual([]);
    const next = await register(input('lugova.b', { firstName: 'Инна' }));
    expect(next.problems[0]?.message).toContain('lugova.b3, lugova.b4, lugova.b5');
  });

  it('names every field that is wrong, in the order of the form, each in its own words', async () => {
    const { problems } = await register({ login: '', password: '', lastName: '', firstName: '', patronymic: '', email: '' });
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'lastName: Напишите фамилию.',
      'firstName: Напишите имя.',
      'email: Напишите адрес электронной почты.',
      'login: Напишите логин.',
      expect.stringMatching(/^password: Пароль короткий/),
    ]);
  });

  it('takes a .рф address, kept for delivery in the letters of the network, and comes in by either spelling', async () => {
    expect(codesOf(await register(input('belousova', { email: ' Belousova@Школа12.рф\u200b' })))).toEqual([]);
    const email = 'belousova@xn--12-6kc3bfr2e.xn--p1ai';
    const account = await prisma.account.findUniqueOrThrow({ where: { login: 'belousova' } });
    expect(account.pendingEmail).toBe(email);
    const token = await secretTo(email);
    expect(codesOf(await confirm(token))).toEqual([]);
    for (const typed of ['belousova@школа12.рф', 'BELOUSOVA@ШКОЛА12.РФ ', email])
      expect(await whoSignsIn(typed, PASSWORD), typed).toBe(account.id);
  });

  it.each([
    [{ lastName: 'Ivanova' }, 'Фамилия написана не русскими буквами. Напишите её по-русски, как в паспорте.'],
    [{ lastName: 'Ивaнова' }, 'В фамилии есть латинские буквы. Напишите русскими: «Иванова».'],
    [{ firstName: '123' }, 'В имени есть цифра. Уберите её.'],
    [{ lastName: '\u200b' }, 'Напишите фамилию.'],
    [{ patronymic: '-' }, 'В отчестве нет ни одной буквы. Напишите его буквами, как в паспорте.'],
    [{ email: 'belousova' }, 'В адресе почты нет знака @. Напишите адрес целиком, например ivanova@mail.ru.'],
    [{ login: '123 456' }, 'Логин из одних цифр занять нельзя: так входят по СНИЛС и телефону. Добавьте букву.'],
  ])('refuses %j and says what to do', async (changes, message) => {
    expect((await register(input('nobody.x', { email: `${newId()}@mail.example`, ...changes }))).problems.map((p) => p.message)).toEqual([
      message,
    ]);
  });

  it('keeps a name without what nobody sees, with its capital', async () => {
    await register(input('lugovskaya', { lastName: 'Лугов\u00adская', patronymic: 'петровна' }));
    expect(await prisma.account.findUniqueOrThrow({ where: { login: 'lugovskaya' } })).toMatchObject({
      lastName: 'Луговская',
      patronymic: 'Петровна',
    });
  });

  it('under a login in Cyrillic signs in by it however its letters are composed', async () => {
    expect(codesOf(await register(input('лугайская', { email: 'lugayskaya@mail.example' })))).toEqual([]);
    expect(await whoSignsIn('Луга\u0438\u0306ская ', PASSWORD)).not.toBeNull();
  });

  const confirm = async (token: string) =>
    dataOf(
      await execute<{ confirmEmail: Told }, object>(
        'mutation ($token: String!) { confirmEmail(token: $token) { problems { code path message } } }',
        { token },
        await anonymous(region),
      ),
    ).confirmEmail;

  it('[TM-15] a confirming link pressed again says that it is confirmed, an older one that a newer letter holds', async () => {
    await register(input('twice.pressed'));
    const account = await prisma.account.findUniqueOrThrow({ where: { login: 'twice.pressed' } });
    const email = 'twice.pressed@mail.example';
    const first = await secretTo(email);
    const teacher = await as('TEACHER', { region, account });
    await execute('mutation { sendEmailConfirmation { problems { code } } }', {}, teacher);
    const second = await secretTo(email);
    expect(second).not.toBe(first);
    const old = await confirm(first);
    expect(codesOf(old)).toEqual(['LINK_REPLACED']);
    expect(old.problems[0]?.message).toMatch(
      /^Эта ссылка больше не действует: есть письмо новее, от .+, \d\d:\d\d\. Откройте ссылку из него\.$/,
    );
    expect(await closedLink(region, first)).toMatchObject({ code: 'LINK_REPLACED' });
    expect(codesOf(await confirm(second))).toEqual([]);
    expect(codesOf(await confirm(second))).toEqual([]);
    expect(await closedLink(region, second)).toMatchObject({ code: 'ALREADY_CONFIRMED' });
    expect(await closedLink(region, 'nobody was sent this')).toBeNull();
  });
});

describe('a forgotten password', () => {
  it('of two letters only the newer opens, and the older says which', async () => {
    const region = await makeRegion();
    const account = await makeAccount({ password: PASSWORD });
    await as('EXPERT', { region, account });
    for (let asked = 0; asked < 2; asked += 1) expect((await ask(region, account.login)).problems).toEqual([]);
    const [first = '', second = ''] = await secretsTo(account.email);
    const reset = async (token: string) =>
      run(await anonymous(region), 'resetPassword', 'ResetPasswordInput', { token, next: 'зелёный трамвай стоит' }, 'login');
    const old = await reset(first);
    expect(codesOf(old)).toEqual(['LINK_REPLACED']);
    expect(old.problems[0]?.message).toMatch(/есть письмо новее, от .+, \d\d:\d\d\./);
    expect(codesOf(await reset(second))).toEqual([]);
    expect(await closedLink(region, second)).toMatchObject({ code: 'LINK_USED', message: expect.stringMatching(/пароль уже выбран/) });
  });

  it.each([
    '861-659-060 34',
    '86165906034',
    '861 659 060 34',
    '861–659–060 34',
    'СНИЛС: 861-659-060 34',
    '8 (351) 200-30-40',
    '+7 351 2003040',
  ])('[CH-07] is asked for by %s, as one signs in', async (typed) => {
    const region = await makeRegion('chelyabinsk');
    await prisma.account.updateMany({ where: { snils: '86165906034' }, data: { snils: null } });
    await prisma.account.updateMany({ where: { signInPhone: '3512003040' }, data: { signInPhone: null } });
    const account = await makeAccount({ snils: '86165906034', signInPhone: '3512003040', password: PASSWORD });
    await as('TEACHER', { region, account });
    expect(await whoSignsIn(typed, PASSWORD)).toBe(account.id);
    expect((await ask(region, typed)).problems).toEqual([]);
    expect(await secretTo(account.email)).not.toBe('');
  });
});

describe('a one-time password', () => {
  it('[SM-05] opens the account as it was copied: with spaces around and within, in capitals', async () => {
    const region = await makeRegion();
    const email = 'copied@mail.example';
    await execute('mutation ($email: String!) { requestAccess(email: $email) { problems { code } } }', { email }, await anonymous(region));
    const once = await secretTo(email);
    const { id } = await prisma.account.findUniqueOrThrow({ where: { email } });
    for (const typed of [`${once} `, ` ${once}`, once.toUpperCase(), `${once.slice(0, 5)} ${once.slice(5)}`, `\u200b${once}\u00a0`])
      expect(await whoSignsIn(email, typed), JSON.stringify(typed)).toBe(id);
    expect(await whoSignsIn(email, `${once}x`)).toBeNull();
  });

  it('that somebody chose himself is taken to the letter', async () => {
    const account = await makeAccount({ password: 'abcd2efgh3', passwordChosenAt: new Date() });
    expect(await whoSignsIn(account.login, 'abcd2efgh3 ')).toBeNull();
    expect(await whoSignsIn(account.login, 'ABCD2EFGH3')).toBeNull();
  });
});

describe('a code on paper', () => {
  it('[CH-07] mistyped is no expired link; in capitals and with spaces it fits; a newer one and a used one are said', async () => {
    const region = await makeRegion('chelyabinsk');
    const { procedure } = await getCurrentProcedure(region.id);
    const hr = await as('SCHOOL_HR', { region });
    const account = await makeAccount({ snils: '11223344595', login: '11223344595', passwordHash: '-', passwordChosenAt: null });
    await prisma.account.update({ where: { id: account.id }, data: { email: null, emailVerifiedAt: null } });
    const about = {
      regionId: region.id,
      procedure,
      account: { ...account, email: null, pendingEmail: null },
      by: hr.session?.accountId ?? '',
    };
    const first = (await prisma.$transaction((tx) => issueActivation(tx, about))) ?? '';
    const second = (await prisma.$transaction((tx) => issueActivation(tx, about))) ?? '';
    const activate = async (code: string, snils = '112-233-445 95') =>
      run(await anonymous(region), 'activateAccount', 'ActivateAccountInput', { snils, code, password: PASSWORD }, 'login');
    const wrong = await activate('abcd2345');
    expect(wrong.problems).toMatchObject([
      { code: 'CODE_WRONG', path: ['code'], message: expect.stringMatching(/^Код не подошёл к этому СНИЛС/) },
    ]);
    expect(codesOf(await activate(second, '087-654-303 00'))).toEqual(['CODE_WRONG']);
    expect((await activate(first)).problems).toMatchObject([
      {
        code: 'LINK_REPLACED',
        path: ['code'],
        message: expect.stringMatching(/^Этот код больше не действует: есть новее, от .+\. Возьмите код оттуда\.$/),
      },
    ]);
    expect((await activate('', '')).problems.map((p) => p.message)).toEqual([
      'Напишите СНИЛС, 11 цифр.',
      'Впишите код из письма или с листа.',
    ]);
    const spelt = ` ${second.slice(0, 4).toUpperCase()} ${second.slice(4)} `;
    expect(await activate(spelt, '112–233–445 95')).toMatchObject({ problems: [], login: '11223344595' });
    expect(codesOf(await activate(second))).toEqual(['ALREADY_ACTIVATED']);
  });
});

describe('the school enters an employee', () => {
  it.each<[string, string | null]>([
    ['087–654–303 00', null],
    ['087−654−303 00', null],
    ['\u202a087-654-303 00\u202c', null],
    ['СНИЛС: 087.654.303.00', null],
    ['000-000-000 00', 'СНИЛС из одних нулей никому не выдают. Перепишите номер с карточки или из уведомления.'],
    ['087-654-303 01', 'Цифры СНИЛС не сходятся: скорее всего, в одной опечатка. Сверьте их с карточкой или уведомлением.'],
    ['087-654-303', 'В СНИЛС 11 цифр, а здесь 9. Перепишите номер с карточки или из уведомления.'],
  ])('under the SNILS %j: %s', async (snils, refusal) => {
    const region = await makeRegion('chelyabinsk');
    const place = await makePlace(region);
    const hr = await as('SCHOOL_HR', { region, place });
    const person = { lastName: 'Речкина\u200b', firstName: 'Анна', patronymic: '', sex: 'female', positionId: 'teacher' };
    await prisma.account.updateMany({ where: { snils: '08765430300' }, data: { snils: null, login: newId() } });
    const { problems } = await run(hr, 'createEmployee', 'CreateEmployeeInput', { ...person, snils });
    expect(problems.map((p) => p.message)).toEqual(refusal ? [refusal] : []);
    const kept = await prisma.employee.findFirst({ where: { organisationId: place.organisation.id } });
    expect(kept && { snils: kept.snils, lastName: kept.lastName }).toEqual(refusal ? null : { snils: '08765430300', lastName: 'Речкина' });
  });
});

describe('one’s own profile', () => {
  it.each([
    '(3822) 55-55-55',
    '8 (3822) 55-55-55 доб. 12',
    '8 (3822) 55–55–55',
    '8.3822.55.55.55',
    '(3822) 55-55-55, 8 913 800-10-20',
    '+7(3822)555555, доб 12',
    '(3822) 55-55-55 (доб.12, 14)',
    'тел./факс: (3822) 55-55-55',
    '8(3822)55-55-55 с 9 до 17',
    '8-800-2000-600 (бесплатно)',
    '8 (38 22) 55-55-55 вн.123; +7 913 800-10-20',
  ])('[TM-21] takes the work telephone %s as it is written', async (phone) => {
    const region = await makeRegion('tomsk');
    const account = await makeAccount({ password: PASSWORD });
    const input = { lastName: 'Рогов', firstName: 'Илья', patronymic: '', email: account.email, phone, language: 'ru' };
    const context = await as('EXPERT', { region, account });
    expect(codesOf(await run(context, 'saveProfile', 'SaveProfileInput', input))).toEqual([]);
    expect(await prisma.account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({ phone });
  });

  it('keeps a name that is stored already when something else is saved', async () => {
    const region = await makeRegion();
    const account = await makeAccount({ password: PASSWORD, lastName: 'Novak', firstName: 'Anna', patronymic: '' });
    const context = await as('EXPERT', { region, account });
    const input = { lastName: 'Novak', firstName: 'Anna', patronymic: '', email: account.email, phone: '8 922 100-20-31', language: 'ru' };
    expect(codesOf(await run(context, 'saveProfile', 'SaveProfileInput', input))).toEqual([]);
    expect(codesOf(await run(context, 'saveProfile', 'SaveProfileInput', { ...input, lastName: 'Nowak' }))).toEqual(['NAME_INVALID']);
  });
});

describe('an invitation', () => {
  it('sent anew says in the older letter which one is newer', async () => {
    const region = await makeRegion('tomsk');
    const place = await makePlace(region);
    const coordinator = await as('COORDINATOR', { region, place });
    const invite = () =>
      run(coordinator, 'inviteToRole', 'InviteToRoleInput', {
        role: 'EXPERT',
        email: 'again@mail.example',
        organisationId: place.organisation.id,
      });
    await invite();
    await invite();
    const [first = '', second = ''] = await secretsTo('again@mail.example');
    expect(await closedLink(region, first)).toMatchObject({ code: 'LINK_REPLACED' });
    const accept = { token: first, login: 'again.one', password: PASSWORD, lastName: 'Зорин', firstName: 'Пётр', post: 'учитель' };
    expect(codesOf(await run(await anonymous(region), 'acceptInvitation', 'AcceptInvitationInput', accept))).toEqual(['LINK_REPLACED']);
    expect(codesOf(await run(await anonymous(region), 'acceptInvitation', 'AcceptInvitationInput', { ...accept, token: second }))).toEqual(
      [],
    );
    expect(await closedLink(region, second)).toMatchObject({ code: 'LINK_USED' });
  });
});
