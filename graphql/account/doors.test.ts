import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { RestoreRoleDocument, SaveProfileDocument, UnlinkIdentityDocument } from '@/gql/graphql';
import { checkCredentials } from '@/server/auth/checkCredentials';
import { confirmEmail } from '@/server/auth/confirmEmail';
import { type Claims, enterByIdentity } from '@/server/auth/identities';
import { requestPasswordReset } from '@/server/auth/passwordReset';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { openSession } from '@/server/sessions';
import { anonymous, as, codesOf, contextOf, dataOf, failureOf, giveRole, makeAccount, makeRegion } from '@/testing/viewers';
import { begin, person } from '../application/application.fixture';
import { changePassword, removeRole, resetPassword, secretTo } from './account.fixture';

/** Nobody ends with a case and no door: every kind of account goes through every sequence of losing doors, and is entered after each step. */

let region: Region;
let operator: GraphQLContext;
beforeAll(async () => {
  region = await makeRegion('irkutsk/1.0.0');
  operator = await as('OPERATOR', { region });
});

interface Owner {
  accountId: string;
  login: string;
  /** What the portal says of him; null: he never came through it. */
  claims: Claims | null;
  /** The password he knows. */
  password: string | null;
  /** Addresses whose letters he reads. */
  reads: string[];
}

const PASSWORDS = ['сорок парт у окна', 'на подоконнике цветёт герань'];
const address = () => `${randomUUID()}@example.org`;
let numbers = 0;
/** A SNILS of its own with the right check digits. */
function newSnils(): string {
  numbers += 1;
  const digits = String(700_000_000 + numbers * 17);
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0) % 101;
  return digits + String(sum === 100 ? 0 : sum).padStart(2, '0');
}

async function throughPortal(over: { snils?: string; email?: string }): Promise<Owner> {
  const claims: Claims = {
    sub: randomUUID(),
    family_name: 'Кедрова',
    given_name: 'Алевтина',
    email_verified: true,
    snils_verified: true,
    ...over,
  };
  const verdict = await enterByIdentity('state', claims, region);
  if ('problems' in verdict) throw new Error(verdict.problems[0]?.code);
  const { login } = await prisma.account.findUniqueOrThrow({ where: { id: verdict.accountId } });
  return { accountId: verdict.accountId, login, claims, password: null, reads: over.email ? [over.email] : [] };
}

async function byPassword(over: { snils?: string; email: string | null }): Promise<Owner> {
  const password = PASSWORDS[0] ?? '';
  const account = await makeAccount({ password, emailVerifiedAt: over.email ? new Date() : null, ...over });
  await giveRole('TEACHER', { region, account });
  return { accountId: account.id, login: account.login, claims: null, password, reads: over.email ? [over.email] : [] };
}

const KINDS: Record<string, () => Promise<Owner>> = {
  'portal, SNILS, address': () => throughPortal({ snils: newSnils(), email: address() }),
  'portal, SNILS': () => throughPortal({ snils: newSnils() }),
  'portal, address': () => throughPortal({ email: address() }),
  portal: () => throughPortal({}),
  'password, address': () => byPassword({ email: address() }),
  'password of a printed code, SNILS': () => byPassword({ snils: newSnils(), email: null }),
};

/** A session that has just shown who it is: with anything less nothing is lost (ownerProof.test.ts). */
const session = async ({ accountId }: Owner) => contextOf(region, await openSession(accountId, { provenAt: new Date() }));

async function moveTo(owner: Owner, email: string): Promise<void> {
  const input = { lastName: 'Кедрова', firstName: 'Алевтина', patronymic: '', phone: '', language: 'ru', email, current: owner.password };
  dataOf(await execute(SaveProfileDocument, { input }, await session(owner)));
}

const LOSSES: Record<string, (owner: Owner) => Promise<void>> = {
  'part every identity': async (owner) => {
    for (const { id } of await prisma.identity.findMany({ where: { accountId: owner.accountId } })) {
      const input = { identityId: id, current: owner.password };
      const codes = codesOf(dataOf(await execute(UnlinkIdentityDocument, { input }, await session(owner))).unlinkIdentity);
      expect(['', 'LAST_DOOR']).toContain(codes.join());
    }
  },
  'lose the role': async (owner) => {
    const role = await prisma.roleAssignment.findFirst({ where: { accountId: owner.accountId, removedAt: null } });
    if (role) expect(codesOf(dataOf(await removeRole(operator, role.id)).removeRole)).toEqual([]);
  },
  'move to an address and confirm it': async (owner) => {
    const email = address();
    await moveTo(owner, email);
    owner.reads.push(email);
    expect(await confirmEmail(await secretTo(email))).toEqual([]);
  },
  'type an address that is another’s': (owner) => moveTo(owner, address()),
};

const CHANGES: typeof LOSSES = {
  'recover by letter': async (owner) => {
    await requestPasswordReset(owner.login);
    const link = await prisma.passwordReset.findFirst({
      where: { accountId: owner.accountId, usedAt: null, expiresAt: { gt: new Date() } },
    });
    if (!link?.email || !owner.reads.includes(link.email)) return;
    const next = PASSWORDS.find((known) => known !== owner.password) ?? '';
    expect(codesOf(await resetPassword(await anonymous(region), await secretTo(link.email), next))).toEqual([]);
    owner.password = next;
  },
  'choose a password': async (owner) => {
    const next = PASSWORDS.find((known) => known !== owner.password) ?? '';
    const { problems } = dataOf(await changePassword(await session(owner), next, owner.password ?? undefined)).changePassword;
    expect(problems).toEqual([]);
    owner.password = next;
  },
};

/** Tries the doors as the owner has them: the password he knows, a letter to an address that he reads, the portal. */
async function entersBy(owner: Owner): Promise<string | null> {
  if (owner.password && 'accountId' in (await checkCredentials(owner.login, owner.password, newId()))) return 'password';
  await requestPasswordReset(owner.login);
  const link = await prisma.passwordReset.findFirst({ where: { accountId: owner.accountId, usedAt: null, expiresAt: { gt: new Date() } } });
  if (link?.email && owner.reads.includes(link.email)) return 'letter';
  const verdict = owner.claims && (await enterByIdentity('state', owner.claims, region));
  return verdict && 'accountId' in verdict && verdict.accountId === owner.accountId ? 'portal' : null;
}

async function walk(make: () => Promise<Owner>, steps: readonly [string, (owner: Owner) => Promise<void>][]): Promise<void> {
  const owner = await make();
  const walked: string[] = [];
  for (const [name, step] of steps) {
    await step(owner);
    walked.push(name);
    expect(await entersBy(owner), `no door after: ${walked.join(', ')}`).not.toBeNull();
  }
}

describe.each(Object.entries(KINDS))('%s', (_kind, make) => {
  const losses = Object.entries(LOSSES);
  const changes = Object.entries(CHANGES);

  it('keeps a door through every order of three losses', async () => {
    for (const first of losses)
      for (const second of losses.filter((step) => step !== first))
        for (const third of losses.filter((step) => step !== first && step !== second)) await walk(make, [first, second, third]);
  }, 120_000);

  it('keeps a door through every change with a loss before and after it', async () => {
    for (const change of changes) for (const loss of losses) await walk(make, [loss, change, loss]);
  }, 120_000);
});

it('a case is its owner’s again when the role is given back, whatever door he comes in by', async () => {
  const teacher = await person('TEACHER', region, {
    account: await makeAccount({ password: PASSWORDS[0] ?? '', emailVerifiedAt: new Date() }),
  });
  const id = await begin(teacher);
  const role = await prisma.roleAssignment.findFirstOrThrow({ where: { accountId: teacher.account.id } });
  await removeRole(operator, role.id);
  await requestPasswordReset(teacher.account.login);
  expect(codesOf(await resetPassword(await anonymous(region), await secretTo(teacher.account.email ?? ''), PASSWORDS[1] ?? ''))).toEqual(
    [],
  );
  const sees = async () =>
    execute<{ application: { id: string } }, object>(
      'query ($id: UUID!) { application(id: $id) { id } }',
      { id },
      await contextOf(region, await openSession(teacher.account.id)),
    );
  expect(failureOf(await sees())).toBe('UNAUTHENTICATED');
  dataOf(await execute(RestoreRoleDocument, { id: role.id }, operator));
  expect(dataOf(await sees()).application.id).toBe(id);
});
