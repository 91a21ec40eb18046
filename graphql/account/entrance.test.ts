import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { checkCredentials } from '@/server/auth/checkCredentials';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { unseal } from '@/server/seal';
import {
  anonymous,
  as,
  codesOf,
  dataOf,
  failureOf,
  makeAccount,
  makeNeighbour,
  makePlace,
  makeRegion,
  type Place,
} from '@/testing/viewers';

type Answer = Record<string, { problems: { code: string; path: string[] }[]; login?: string | null; activationCode?: string | null }>;
const run = async (context: GraphQLContext, field: string, type: string, input: object, more = '') =>
  dataOf(
    await execute<Answer, object>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code path } ${more} } }`,
      { input },
      context,
    ),
  )[field] ?? { problems: [{ code: 'NONE', path: [] }] };

/** The secret of the last letter to an address. */
const secretTo = async (email: string) => {
  const letter = await prisma.notification.findFirst({ where: { email }, orderBy: { id: 'desc' } });
  return letter?.secret ? unseal('letter secret', letter.secret) : '';
};
const PASSWORD = 'сорок парт у окна';
const signsIn = async (login: string, password = PASSWORD) => 'accountId' in (await checkCredentials(login, password, newId()));
const person = { lastName: 'Зорина', firstName: 'Вера', patronymic: 'Ильинична' };

describe('a teacher registers by himself', () => {
  let region: Region;
  beforeAll(async () => {
    region = await makeRegion('tomsk');
  });
  const input = (changes: object = {}) => ({ login: 'zorina.v', password: PASSWORD, ...person, email: 'zorina@mail.example', ...changes });

  it('[TM-15] with a login and a password of his own choice; the address is confirmed by the letter’s link, once', async () => {
    expect(await run(await anonymous(region), 'registerAccount', 'RegisterAccountInput', input())).toEqual({ problems: [] });
    expect(await signsIn('Zorina.V')).toBe(true);
    const account = await prisma.account.findUniqueOrThrow({ where: { login: 'zorina.v' }, include: { roles: true } });
    expect(account).toMatchObject({ emailVerifiedAt: null, roles: [{ role: 'TEACHER', regionId: region.id }] });
    const token = await secretTo('zorina@mail.example');
    const confirm = async () =>
      codesOf(
        dataOf(
          await execute<Answer, object>(
            'mutation ($token: String!) { confirmEmail(token: $token) { problems { code path } } }',
            { token },
            await anonymous(region),
          ),
        ).confirmEmail ?? { problems: [] },
      );
    expect(await confirm()).toEqual([]);
    expect((await prisma.account.findUniqueOrThrow({ where: { login: 'zorina.v' } })).emailVerifiedAt).not.toBeNull();
    // Pressed once more, it is confirmed already.
    expect(await confirm()).toEqual([]);
  });

  it('learns nothing about an address that is known: its owner gets a letter', async () => {
    const owner = await makeAccount();
    const taken = input({ login: 'other.login', email: owner.email });
    await as('TEACHER', { region, account: owner });
    expect(await run(await anonymous(region), 'registerAccount', 'RegisterAccountInput', taken)).toEqual({ problems: [] });
    // An account is made as for any other address: neither its login nor its password gives the owner away.
    const again = { ...taken, email: 'unknown@mail.example' };
    expect(codesOf(await run(await anonymous(region), 'registerAccount', 'RegisterAccountInput', again))).toEqual(['LOGIN_TAKEN']);
    expect(await signsIn('other.login')).toBe(true);
    expect(await prisma.account.findUniqueOrThrow({ where: { login: 'other.login' } })).toMatchObject({ email: null });
    expect(await prisma.notification.count({ where: { email: owner.email, event: 'account.password_reset' } })).toBe(1);
  });

  it('is told what is wrong, field by field', async () => {
    const bad = await run(
      await anonymous(region),
      'registerAccount',
      'RegisterAccountInput',
      input({ login: '1', password: 'мало', lastName: '', email: 'нет' }),
    );
    expect(bad.problems.map((p) => `${p.code} ${p.path}`)).toEqual([
      'REQUIRED lastName',
      'EMAIL_INVALID email',
      'LOGIN_INVALID login',
      'PASSWORD_TOO_SHORT password',
    ]);
    const again = await run(await anonymous(region), 'registerAccount', 'RegisterAccountInput', input({ email: 'second@mail.example' }));
    expect(again.problems.map((p) => `${p.code} ${p.path}`)).toEqual(['LOGIN_TAKEN login']);
  });

  it('only where the region says so', async () => {
    const elsewhere = await makeRegion('irkutsk');
    expect(
      codesOf(
        await run(
          await anonymous(elsewhere),
          'registerAccount',
          'RegisterAccountInput',
          input({ login: 'a.b.c', email: 'abc@mail.example' }),
        ),
      ),
    ).toEqual(['ROLE_NOT_IN_REGION']);
  });
});

describe('an invitation', () => {
  let region: Region;
  let place: Place;
  let coordinator: GraphQLContext;
  beforeAll(async () => {
    region = await makeRegion('tomsk');
    place = await makePlace(region);
    coordinator = await as('COORDINATOR', { region, place });
  });
  const invite = (role: string, email: string, organisationId = place.organisation.id, by = coordinator) =>
    run(by, 'inviteToRole', 'InviteToRoleInput', { role, email, organisationId });

  it('[TM-22] [TM-23] of the municipal coordinator makes a specialist of his municipality; the link works once', async () => {
    expect(await invite('EXPERT', 'spec@mail.example')).toEqual({ problems: [] });
    const token = await secretTo('spec@mail.example');
    const offer = dataOf(
      await execute<{ invitation: object }, object>(
        'query ($token: String!) { invitation(token: $token) { roleLabel email known asksPost } }',
        { token },
        await anonymous(region),
      ),
    );
    expect(offer.invitation).toEqual({ roleLabel: 'Специалист по аттестации', email: 'spec@mail.example', known: false, asksPost: true });
    const accept = { token, login: 'spec.tomsk', password: PASSWORD, ...person, post: 'учитель физики' };
    expect(await run(await anonymous(region), 'acceptInvitation', 'AcceptInvitationInput', accept, 'login')).toEqual({
      problems: [],
      login: 'spec.tomsk',
    });
    const expert = await prisma.expert.findFirstOrThrow({ where: { account: { login: 'spec.tomsk' } } });
    expect(expert).toMatchObject({ municipalityId: place.municipality.id, organisationId: place.organisation.id, post: 'учитель физики' });
    expect(
      codesOf(await run(await anonymous(region), 'acceptInvitation', 'AcceptInvitationInput', { ...accept, login: 'second.one' }, 'login')),
    ).toEqual(['LINK_USED']);
    const listed = dataOf(
      await execute<{ invitations: object[] }, object>('{ invitations { email roleLabel login fullName } }', {}, coordinator),
    );
    expect(listed.invitations).toEqual([
      { email: 'spec@mail.example', roleLabel: 'Специалист по аттестации', login: 'spec.tomsk', fullName: 'Зорина Вера Ильинична' },
    ]);
  });

  it('goes to organisations of the coordinator’s own municipality only, and only to the roles of the procedure', async () => {
    const other = await makePlace(region);
    expect(codesOf(await invite('EXPERT', 'x@mail.example', other.organisation.id))).toEqual(['REQUIRED']);
    const document = 'mutation ($input: InviteToRoleInput!) { inviteToRole(input: $input) { problems { code path } } }';
    const forbidden = await execute(document, { input: { role: 'SECRETARY', email: 'x@mail.example' } }, coordinator);
    expect(failureOf(forbidden)).toBe('FORBIDDEN');
    const stranger = await as('COORDINATOR', { region: await makeNeighbour(region) });
    const list = dataOf(await execute<{ invitations: object[] }, object>('{ invitations { email } }', {}, stranger));
    expect(list.invitations).toEqual([]);
  });

  it('adds a role to an account that has the address, for its password', async () => {
    const known = await makeAccount({ password: 'прежний пароль дома' });
    await invite('SCHOOL_COORDINATOR', known.email);
    const token = await secretTo(known.email);
    expect(codesOf(await run(await anonymous(region), 'acceptInvitation', 'AcceptInvitationInput', { token, password: PASSWORD }))).toEqual(
      ['PASSWORD_WRONG'],
    );
    expect(
      codesOf(await run(await anonymous(region), 'acceptInvitation', 'AcceptInvitationInput', { token, password: 'прежний пароль дома' })),
    ).toEqual([]);
    const role = await prisma.roleAssignment.findFirstOrThrow({ where: { accountId: known.id } });
    expect(role).toMatchObject({ role: 'SCHOOL_COORDINATOR', organisationId: place.organisation.id });
  });
});

describe('an account whose login is a SNILS', () => {
  let region: Region;
  let hr: GraphQLContext;
  beforeAll(async () => {
    region = await makeRegion('chelyabinsk');
    hr = await as('SCHOOL_HR', { region });
  });
  const employee = (changes: object) =>
    run(hr, 'createEmployee', 'CreateEmployeeInput', { ...person, sex: 'female', positionId: 'teacher', ...changes }, 'activationCode');
  const activate = async (input: object) =>
    run(await anonymous(region), 'activateAccount', 'ActivateAccountInput', { password: PASSWORD, ...input }, 'login');

  it('[CH-07] is opened by the printed one-time code and signs in by the number, with or without dashes; a birth date opens nothing', async () => {
    const made = await employee({ snils: '112-233-445 95' });
    expect(made).toMatchObject({ problems: [], activationCode: expect.stringMatching(/^[a-z2-9]{8}$/) });
    expect(await signsIn('11223344595', '01.01.1970')).toBe(false);
    expect(codesOf(await activate({ snils: '112-233-445 95', code: 'wrongone' }))).toEqual(['CODE_WRONG']);
    expect(await activate({ snils: '112-233-445 95', code: made.activationCode })).toEqual({ problems: [], login: '11223344595' });
    expect(await signsIn('112-233-445 95')).toBe(true);
    expect(await signsIn('11223344595')).toBe(true);
    expect(codesOf(await activate({ snils: '11223344595', code: made.activationCode }))).toEqual(['ALREADY_ACTIVATED']);
  });

  it('gets the code by letter where there is an address, and nothing to print', async () => {
    expect(await employee({ snils: '087-654-303 00', email: 'by.letter@mail.example' })).toMatchObject({ activationCode: null });
    const code = await secretTo('by.letter@mail.example');
    expect(codesOf(await activate({ snils: '08765430300', code }))).toEqual([]);
  });

  it('[CH-08] [CH-09] is not ready to apply until the profile has names, an address and the sex', async () => {
    const account = await makeAccount({ sex: null });
    const teacher = await as('TEACHER', { region, account });
    const view = () => execute<{ viewer: object }, object>('{ viewer { profileFilled profileMissing } }', {}, teacher);
    expect(dataOf(await view()).viewer).toEqual({ profileFilled: false, profileMissing: ['sex'] });
    const profile = { ...person, email: account.email, phone: '', language: 'ru', sex: 'female' };
    expect(await run(teacher, 'saveProfile', 'SaveProfileInput', profile)).toEqual({ problems: [] });
    expect(dataOf(await view()).viewer).toEqual({ profileFilled: true, profileMissing: [] });
  });
});
