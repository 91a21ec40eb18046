import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import {
  AccountPageDocument,
  AccountsPageDocument,
  ChooseRoleDocument,
  MarkNotificationsReadDocument,
  MessagesPageDocument,
  type Role,
  SaveProfileDocument,
  ShellDocument,
} from '@/gql/graphql';
import { checkCredentials } from '@/server/auth/checkCredentials';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import { findSession, openSession } from '@/server/sessions';
import {
  anonymous,
  as,
  codesOf,
  contextOf,
  dataOf,
  failureOf,
  giveRole,
  makeAccount,
  makeNeighbour,
  makePlace,
  makeRegion,
} from '@/testing/viewers';
import { accountOf, issueAccount, lettersTo, removeRole, secretTo } from './account.fixture';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});
const person = (role: Role) => ({
  email: `${randomUUID()}@example.org`,
  lastName: 'Ёлкина',
  firstName: 'Зинаида',
  patronymic: 'Максимовна',
  role,
});

describe('issuing accounts', () => {
  test('[IR-04] the operator issues an expert: account, roster, a letter with a login and a one-time password', async () => {
    const { organisation, municipality } = await makePlace(region);
    const input = { ...person('EXPERT'), organisationId: organisation.id, post: 'учитель физики' };
    const issued = dataOf(await issueAccount(await as('OPERATOR', { region }), input)).issueAccount;
    expect(issued).toMatchObject({ problems: [], account: { email: input.email } });
    const account = await accountOf(input.email);
    expect(account.passwordChosenAt).toBeNull();
    const expert = await prisma.expert.findFirstOrThrow({ where: { accountId: account.id } });
    expect(expert).toMatchObject({
      organisationId: organisation.id,
      municipalityId: municipality.id,
      post: 'учитель физики',
      active: true,
    });
    expect((await lettersTo(input.email))[0]).toMatchObject({ letterId: 'account_issued', role: 'ACCOUNT' });
    expect(await checkCredentials(account.login, await secretTo(input.email), randomUUID())).toEqual({ accountId: account.id });
  });

  test('a person who has an account gets a further role and keeps the password', async () => {
    const account = await makeAccount({ password: 'синий автобус едет' });
    const { municipality } = await makePlace(region);
    const admin = await as('ADMINISTRATOR', { region });
    const input = { ...person('COORDINATOR'), email: account.email, municipalityId: municipality.id };
    expect(codesOf(dataOf(await issueAccount(admin, input)).issueAccount)).toEqual([]);
    expect(await checkCredentials(account.login, 'синий автобус едет', randomUUID())).toEqual({ accountId: account.id });
    expect((await lettersTo(account.email))[0]?.body).toContain('прежний');
    expect(codesOf(dataOf(await issueAccount(admin, input)).issueAccount)).toEqual(['VALUE_TAKEN']);
  });

  test('what is missing or of another region is said by field', async () => {
    const operator = await as('OPERATOR', { region });
    const strange = await makePlace(await makeNeighbour(region));
    const codes = async (over: object) =>
      codesOf(dataOf(await issueAccount(operator, { ...person('EXPERT'), post: 'учитель', ...over })).issueAccount);
    expect(await codes({ organisationId: strange.organisation.id })).toEqual(['REQUIRED']);
    const { organisation } = await makePlace(region);
    expect(await codes({ organisationId: organisation.id, email: 'нет', post: '' })).toEqual(['EMAIL_INVALID', 'REQUIRED']);
    expect(await codes({ organisationId: organisation.id, lastName: ' ', firstName: 'я'.repeat(101) })).toEqual([
      'REQUIRED',
      'VALUE_TOO_LONG',
    ]);
    expect(await codes({ role: 'SCHOOL_HR', organisationId: organisation.id })).toEqual(['ROLE_NOT_IN_REGION']);
    const closed = await makeAccount({ lockedAt: new Date() });
    expect(await codes({ organisationId: organisation.id, email: closed.email })).toEqual(['ACCOUNT_LOCKED']);
  });

  test('who may issue what follows the procedure', async () => {
    const { organisation, municipality } = await makePlace(region);
    const place = { organisationId: organisation.id, municipalityId: municipality.id, post: 'учитель' };
    const operator = await as('OPERATOR', { region });
    const admin = await as('ADMINISTRATOR', { region });
    for (const role of ['SCHOOL_HEAD', 'EXPERT', 'COORDINATOR'] as const) {
      expect(codesOf(dataOf(await issueAccount(operator, { ...person(role), ...place })).issueAccount)).toEqual([]);
    }
    for (const role of ['OPERATOR', 'SECRETARY', 'COMMISSION_MEMBER', 'ADMINISTRATOR'] as const) {
      expect(failureOf(await issueAccount(operator, { ...person(role), ...place }))).toBe('FORBIDDEN');
      expect(codesOf(dataOf(await issueAccount(admin, { ...person(role), ...place })).issueAccount)).toEqual([]);
    }
    expect(failureOf(await issueAccount(admin, { ...person('TEACHER'), ...place }))).toBe('FORBIDDEN');
    expect(failureOf(await issueAccount(await as('SECRETARY', { region }), { ...person('EXPERT'), ...place }))).toBe('FORBIDDEN');
  }, 60_000);
});

describe('taking a role away', () => {
  test('its sessions end at once, an expert leaves the roster, other roles stay', async () => {
    const account = await makeAccount();
    const expert = await as('EXPERT', { region, account });
    const other = await as('COORDINATOR', { region, account });
    const operator = await as('OPERATOR', { region });
    expect(codesOf(dataOf(await removeRole(operator, expert.viewer?.roleAssignmentId ?? '')).removeRole)).toEqual([]);
    expect(await findSession(expert.session?.sessionId)).toBeNull();
    expect(await findSession(other.session?.sessionId)).not.toBeNull();
    expect((await prisma.expert.findFirstOrThrow({ where: { accountId: account.id } })).active).toBe(false);
    expect(failureOf(await removeRole(operator, expert.viewer?.roleAssignmentId ?? ''))).toBe('NOT_FOUND');
  });

  test('what the operator does not issue, and what is of another region, is not there for him', async () => {
    const operator = await as('OPERATOR', { region });
    const secretary = await as('SECRETARY', { region });
    const strange = await as('EXPERT', { region: await makeNeighbour(region) });
    for (const { viewer } of [secretary, strange])
      expect(failureOf(await removeRole(operator, viewer?.roleAssignmentId ?? ''))).toBe('NOT_FOUND');
    expect(failureOf(await removeRole(secretary, secretary.viewer?.roleAssignmentId ?? ''))).toBe('FORBIDDEN');
  });

  test('the last administrator stays, also when two remove each other at once', async () => {
    const own = await makeNeighbour(region);
    const [a, b] = [await as('ADMINISTRATOR', { region: own }), await as('ADMINISTRATOR', { region: own })];
    const answers = await Promise.all([removeRole(a, b.viewer?.roleAssignmentId ?? ''), removeRole(b, a.viewer?.roleAssignmentId ?? '')]);
    expect(answers.flatMap((r) => codesOf(dataOf(r).removeRole))).toEqual(['LAST_ADMINISTRATOR']);
  });
});

describe('[IR-06] several roles', () => {
  test('a session begins without a role, chooses one of its own, and may change it', async () => {
    const account = await makeAccount();
    const roles = [await giveRole('OPERATOR', { region, account }), await giveRole('SECRETARY', { region, account })];
    const context = await contextOf(region, await openSession(account.id));
    expect(context.viewer).toBeNull();
    expect(dataOf(await execute(ShellDocument, {}, context)).viewer).toMatchObject({
      role: null,
      roleAssignments: [{ role: 'OPERATOR' }, { role: 'SECRETARY' }],
    });
    for (const [k, role] of (['OPERATOR', 'SECRETARY'] as const).entries()) {
      const chosen = dataOf(await execute(ChooseRoleDocument, { id: roles[k] ?? '' }, context)).chooseRole;
      expect(chosen.viewer?.role).toBe(role);
    }
    const strange = await as('ADMINISTRATOR', { region });
    expect(failureOf(await execute(ChooseRoleDocument, { id: strange.viewer?.roleAssignmentId ?? '' }, context))).toBe('NOT_FOUND');
    expect(failureOf(await execute(ChooseRoleDocument, { id: roles[0] ?? '' }, await anonymous(region)))).toBe('UNAUTHENTICATED');
  });
});

describe('[CH-08] [CH-09] the profile', () => {
  const save = async (context: Awaited<ReturnType<typeof as>>, over: object) => {
    const input = {
      lastName: 'Ёлкина',
      firstName: 'Зинаида',
      patronymic: '',
      email: '',
      phone: '',
      language: 'ru',
      current: null,
      ...over,
    };
    return dataOf(
      await execute(SaveProfileDocument, { input: { ...input, email: input.email || (context.session?.email ?? '') } }, context),
    ).saveProfile;
  };

  test('[CH-35] is filled in by its owner, with his own e-mail; a new e-mail asks for the password', async () => {
    const account = await makeAccount({ password: 'синий автобус едет', lastName: '', firstName: '', patronymic: '' });
    const context = await as('EXPERT', { region, account });
    expect(dataOf(await execute(ShellDocument, {}, context)).viewer?.profileFilled).toBe(false);
    expect(codesOf(await save(context, {}))).toEqual([]);
    const email = `${randomUUID()}@example.org`;
    expect(codesOf(await save(context, { email }))).toEqual(['REQUIRED']);
    expect(codesOf(await save(context, { email, current: 'не тот' }))).toEqual(['PASSWORD_WRONG']);
    expect(await save(context, { email, current: 'синий автобус едет', phone: '+7 846 000-00-00' })).toMatchObject({
      problems: [],
      viewer: { email: account.email, lastName: 'Ёлкина' },
    });
    const again = await contextOf(region, context.session?.sessionId ?? null);
    expect(dataOf(await execute(AccountPageDocument, {}, again)).viewer).toMatchObject({
      email: account.email,
      pendingEmail: email,
      phone: '+7 846 000-00-00',
    });
  });

  test('what does not fit is said by field', async () => {
    const account = await makeAccount({ password: 'синий автобус едет' });
    const other = await makeAccount();
    const context = await as('TEACHER', { region, account });
    expect(codesOf(await save(context, { lastName: '', email: 'нет', phone: 'x', language: 'de' }))).toEqual([
      'REQUIRED',
      'EMAIL_INVALID',
      'PHONE_INVALID',
      'VALUE_NOT_LISTED',
    ]);
    expect(codesOf(await save(context, { email: other.email, current: 'синий автобус едет' }))).toEqual([]);
  });
});

describe('lists', () => {
  test('accounts go by Russian names, page by page; the operator sees teachers and whom he issues, nobody of another region', async () => {
    const own = await makeNeighbour(region);
    for (const [lastName, role] of [
      ['Яшин', 'EXPERT'],
      ['Ёлкин', 'TEACHER'],
      ['Алёхин', 'SECRETARY'],
      ['Жаров', 'SCHOOL_HEAD'],
    ] as const) {
      await as(role, { region: own, account: await makeAccount({ lastName }) });
    }
    await as('TEACHER', { region, account: await makeAccount({ lastName: 'Чужой' }) });
    const list = async (context: Awaited<ReturnType<typeof as>>, over = {}) => {
      const { accounts } = dataOf(await execute(AccountsPageDocument, { search: null, role: null, after: null, ...over }, context));
      return accounts.edges.map((e) => e.node.lastName);
    };
    const operator = await as('OPERATOR', { region: own, account: await makeAccount({ lastName: 'Ова' }) });
    expect(await list(operator)).toEqual(['Ёлкин', 'Жаров', 'Яшин']);
    expect(await list(operator, { search: 'ЯШ' })).toEqual(['Яшин']);
    expect(await list(operator, { search: 'Елкин' })).toEqual(['Ёлкин']);
    expect(await list(operator, { search: 'елкин ёлкин' })).toEqual(['Ёлкин']);
    expect(await list(operator, { search: '—' })).toEqual([]);
    expect(await list(operator, { role: 'TEACHER' })).toEqual(['Ёлкин']);
    expect(await list(operator, { role: 'SECRETARY' })).toEqual([]);
    expect(await list(await as('ADMINISTRATOR', { region: own, account: await makeAccount({ lastName: 'Ян' }) }))).toEqual([
      'Алёхин',
      'Ёлкин',
      'Жаров',
      'Ова',
      'Ян',
      'Яшин',
    ]);
    expect(
      failureOf(await execute(AccountsPageDocument, { search: null, role: null, after: null }, await as('SECRETARY', { region: own }))),
    ).toBe('FORBIDDEN');
  });

  test('[IR-07] letters are their reader’s own and count as new until they were looked at', async () => {
    const reader = await as('TEACHER', { region });
    const stranger = await as('TEACHER', { region });
    const letter = {
      regionId: region.id,
      letterId: 'letter_2',
      event: 'application.registered',
      subject: 'Письмо',
      body: 'Текст',
      status: 'SENT',
      createdAt: new Date(),
    };
    await prisma.notification.create({
      data: { id: randomUUID(), accountId: reader.viewer?.accountId ?? '', role: 'TEACHER', email: 'a@example.org', ...letter },
    });
    const unread = async (context: typeof reader) => dataOf(await execute(ShellDocument, {}, context)).viewer?.unread;
    expect([await unread(reader), await unread(stranger)]).toEqual([1, 0]);
    expect(dataOf(await execute(MessagesPageDocument, { after: null }, stranger)).notifications.edges).toEqual([]);
    await execute(MarkNotificationsReadDocument, {}, stranger);
    expect(await unread(reader)).toBe(1);
    await execute(MarkNotificationsReadDocument, {}, reader);
    expect(await unread(reader)).toBe(0);
    expect(failureOf(await execute(MessagesPageDocument, { after: null }, await anonymous(region)))).toBe('UNAUTHENTICATED');
  });
});
