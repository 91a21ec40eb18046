import { buildASTSchema, type GraphQLInputObjectType, type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Procedure } from '@/domain/procedure/shape';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import { publishedNames, publishedProcedure } from '@/procedures/testing/published';
import { lockClaim } from '@/server/auth/claims';
import { accountRule, issuableRoles } from '@/server/auth/roles';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma, type Tx } from '@/server/prisma';
import { anonymous, as, codesOf, makeAccount, makePlace, makeRegion, type Place } from '@/testing/viewers';
import { typeDefs } from '../typeDefs.generated';
import {
  ATTACKERS,
  CLAIMS,
  type Claim,
  entersAs,
  issueAndTake,
  newLogin,
  OWNERS,
  PROOFS,
  person,
  type Regions,
  run,
  secretOf,
  takeUp,
} from './claims.fixture';

const SLUGS = ['samara', 'tomsk', 'chelyabinsk', 'irkutsk', 'sverdlovsk'] as const;
const regions = {} as Regions;
beforeAll(async () => {
  const newest = (slug: string) => publishedNames().find((name) => name.startsWith(`${slug}/`)) ?? slug;
  for (const slug of SLUGS) regions[slug] = await makeRegion(newest(slug));
}, 120_000);

const newEmail = () => `${newId()}@example.org`;
const rolesOf = (accountId: string) =>
  prisma.roleAssignment.findMany({ where: { accountId, removedAt: null }, orderBy: { id: 'asc' }, select: { id: true, role: true } });
const ownerOf = (email: string) => prisma.account.findFirst({ where: { email, emailVerifiedAt: { not: null } }, include: { roles: true } });

/** The address is its reader's: his password opens it, and whoever typed it in gained nothing by that. */
async function expectOwned(email: string, claims: readonly (Claim & { before: object[] })[]) {
  const owner = await ownerOf(email);
  expect(owner, 'somebody has proven the address').not.toBeNull();
  expect(await entersAs(email, OWNERS)).toBe(owner?.id);
  expect(await entersAs(email, ATTACKERS)).toBeNull();
  for (const { accountId, login, before } of claims) {
    if (login) expect(await entersAs(login, ATTACKERS)).toBe(accountId);
    if (!login) continue;
    expect(accountId).not.toBe(owner?.id);
    expect(await rolesOf(accountId)).toEqual(before);
  }
  return owner;
}
const claimed = async (name: string, email: string) => {
  const claim = await CLAIMS[name]?.(regions, email);
  if (!claim) throw new Error(name);
  expect(claim.problems, `${name} is answered alike`).toEqual([]);
  return { ...claim, before: claim.accountId ? await rolesOf(claim.accountId) : [] };
};

describe('the table of claims', () => {
  /** Names of arguments by which a mutation may say who somebody is. */
  const IDENTITY = ['email', 'phone', 'snils', 'login', 'token', 'code'];
  /** Mutations that name an identity but claim none: what they do with it, and where that is tried. */
  const NO_CLAIM: Record<string, string> = {
    confirmEmail: 'proof by letter: every way of PROOFS that has no secret of its own',
    resetPassword: 'proof by letter: PROOFS.requestAccess of a known address',
    requestPasswordReset: 'sends a letter to the proven address and answers alike: requestAccess.test.ts',
    issueAccount: 'whoever issues speaks for the person: the roles of every region below',
    inviteToRole: 'whoever invites speaks for the person: PROOFS.acceptInvitation',
  };
  const mutations = buildASTSchema(typeDefs).getMutationType()?.getFields() ?? {};
  const says = (type: GraphQLInputType, depth = 0): string[] => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || depth > 3) return [];
    return Object.values((named as GraphQLInputObjectType).getFields()).flatMap((field) => [field.name, ...says(field.type, depth + 1)]);
  };

  it('names every mutation that says who somebody is', () => {
    const naming = Object.values(mutations)
      .filter(({ args }) => args.some((a) => [a.name, ...says(a.type)].some((word) => IDENTITY.includes(word))))
      .map(({ name }) => name);
    const listed = new Set([...Object.keys(CLAIMS), ...Object.keys(PROOFS), ...Object.keys(NO_CLAIM)]);
    listed.delete('enterByIdentity');
    expect([...listed].sort()).toEqual(naming.sort());
  });
});

describe.each(Object.keys(CLAIMS))('an address that somebody typed in by %s', (claim) => {
  it.each(Object.keys(PROOFS))(
    'is its reader’s by %s: nothing keeps him out, and the claim is void',
    async (proof) => {
      const email = newEmail();
      const made = await claimed(claim, email);
      await PROOFS[proof]?.(regions, email);
      await expectOwned(email, [made]);
      expect(await prisma.account.count({ where: { pendingEmail: email } })).toBe(0);
      expect(
        await prisma.auditEntry.count({
          where: { objectId: (await ownerOf(email))?.id ?? '', action: { in: ['confirm_email', 'change_email'] } },
        }),
      ).toBe(1);
    },
    60_000,
  );
});

describe.each(Object.keys(PROOFS))('an address proven by %s', (proof) => {
  it('stays its owner’s whoever types it in, is answered like any other, and takes a role at once', async () => {
    const email = newEmail();
    await PROOFS[proof]?.(regions, email);
    const owner = await ownerOf(email);
    const made = [];
    for (const name of Object.keys(CLAIMS)) made.push(await claimed(name, email));
    expect((await ownerOf(email))?.id).toBe(owner?.id);
    await issueAndTake(regions.samara, publishedProcedure(nameOf('samara')), 'OPERATOR', email);
    const after = await expectOwned(email, made);
    expect(after?.roles.map(({ role }) => role)).toContain('OPERATOR');
    expect(
      await prisma.roleAssignment.count({ where: { role: 'OPERATOR', accountId: { in: made.map((m) => m.accountId || newId()) } } }),
    ).toBe(0);
  }, 120_000);
});

const nameOf = (slug: string): string => publishedNames().find((name) => name.startsWith(`${slug}/`)) ?? '';
const ISSUED = SLUGS.flatMap((slug) => {
  const procedure = publishedProcedure(nameOf(slug));
  return issuableRoles(procedure, { role: 'ADMINISTRATOR' }).map((role): [string, Role, Procedure] => [slug, role, procedure]);
});

describe('a role for an address that others claim, of this region and across regions', () => {
  it.each(ISSUED)(
    '%s: %s waits for the letter’s link and goes to whoever follows it',
    async (slug, role, procedure) => {
      const region = regions[slug as keyof Regions];
      const email = newEmail();
      const made = [await claimed('registerAccount', email), await claimed('saveProfile', email)];
      if (accountRule(procedure, role)?.mode === 'invitation') await inviteAndTake(region, role, email);
      else await issueAndTake(region, procedure, role, email);
      const owner = await expectOwned(email, made);
      expect(owner?.roles).toMatchObject([{ role, regionId: region.id, removedAt: null }]);
    },
    60_000,
  );
});

async function inviteAndTake(region: Region, role: Role, email: string) {
  const { organisation } = await makePlace(region);
  const admin = await as('ADMINISTRATOR', { region });
  expect(codesOf(await run(admin, 'inviteToRole', 'InviteToRoleInput', { role, email, organisationId: organisation.id }))).toEqual([]);
  expect(codesOf(await takeUp(region, email))).toEqual([]);
}

describe('the link of a role that waits', () => {
  const waits = async (email: string, at?: Place) => {
    const { organisation } = at ?? (await makePlace(regions.samara));
    const input = { ...person, role: 'SCHOOL_HEAD', email, organisationId: organisation.id };
    const issued = await run(
      await as('OPERATOR', { region: regions.samara }),
      'issueAccount',
      'IssueAccountInput',
      input,
      'account { id }',
    );
    expect(issued).toEqual({ problems: [], account: null });
    return secretOf(email);
  };
  const accept = async (token: string, input: object) =>
    run(await anonymous(regions.samara), 'acceptInvitation', 'AcceptInvitationInput', { token, ...input }, 'login');

  it('may be taken up by the unconfirmed account of the same person, by its login and password, and by no other', async () => {
    const email = newEmail();
    const { login, accountId } = await claimed('registerAccount', email);
    const stranger = await makeAccount({ password: OWNERS, pendingEmail: null });
    const token = await waits(email);
    expect(await rolesOf(accountId)).toMatchObject([{ role: 'TEACHER' }]);
    const listed = await execute<{ invitations: { email: string; usedAt: string | null }[] }, object>(
      '{ invitations { email usedAt } }',
      {},
      await as('OPERATOR', { region: regions.samara }),
    );
    expect(listed.data?.invitations).toContainEqual({ email, usedAt: null });
    for (const wrong of [
      { login, password: OWNERS },
      { login: stranger.login, password: OWNERS },
      { login: 'nobody', password: ATTACKERS },
    ])
      expect(codesOf(await accept(token, { existing: true, ...wrong }))).toEqual(['PASSWORD_WRONG']);
    expect(await accept(token, { existing: true, login, password: ATTACKERS })).toEqual({ problems: [], login });
    expect((await rolesOf(accountId)).map(({ role }) => role)).toEqual(['TEACHER', 'SCHOOL_HEAD']);
    expect(await ownerOf(email)).toMatchObject({ id: accountId });
  });

  it('brings roles along that were issued to the address and never taken up; the unopened account is closed', async () => {
    const email = newEmail();
    const { organisation } = await makePlace(regions.samara);
    const operator = await as('OPERATOR', { region: regions.samara });
    const expert = { ...person, role: 'EXPERT', email, organisationId: organisation.id, post: 'учитель' };
    const first = await run(operator, 'issueAccount', 'IssueAccountInput', expert, 'account { id }');
    const unopened = (first.account as { id: string }).id;
    const once = await secretOf(email);
    const token = await waits(email);
    expect(codesOf(await accept(token, { login: newLogin(), password: OWNERS, ...person }))).toEqual([]);
    const owner = await ownerOf(email);
    expect(owner?.roles.map(({ role }) => role).sort()).toEqual(['EXPERT', 'SCHOOL_HEAD']);
    expect(await prisma.expert.findFirst({ where: { accountId: owner?.id ?? '' } })).toMatchObject({ active: true });
    expect(await prisma.account.findUniqueOrThrow({ where: { id: unopened } })).toMatchObject({ email: null, lockedAt: expect.any(Date) });
    expect(await entersAs(email, once)).toBeNull();
  });

  it('works once, also when it is followed twice at the same moment, and an older one of the same role and school not at all', async () => {
    const email = newEmail();
    await claimed('saveProfile', email);
    const place = await makePlace(regions.samara);
    const older = await waits(email, place);
    const token = await waits(email, place);
    expect(older).not.toBe(token);
    const early = await accept(older, { login: newLogin(), password: OWNERS, ...person });
    expect(early).toMatchObject({ problems: [{ code: 'LINK_REPLACED' }], login: null });
    expect(early.problems[0]?.message).toMatch(/есть письмо новее, от .+, \d\d:\d\d\./);
    expect(await ownerOf(email)).toBeNull();
    const both = await Promise.all([1, 2].map(() => accept(token, { login: newLogin(), password: OWNERS, ...person })));
    expect(both.flatMap(codesOf)).toEqual(['LINK_USED']);
    expect(codesOf(await accept(older, { login: newLogin(), password: OWNERS, ...person }))).toEqual(['LINK_REPLACED']);
    expect(codesOf(await accept(token, { login: newLogin(), password: OWNERS, ...person }))).toEqual(['LINK_USED']);
  });
});

describe('two letters for the same role', () => {
  const invite = async (email: string, organisationId: string) =>
    run(await as('ADMINISTRATOR', { region: regions.tomsk }), 'inviteToRole', 'InviteToRoleInput', {
      role: 'SCHOOL_COORDINATOR',
      email,
      organisationId,
    });
  const open = (email: string) => prisma.invitation.count({ where: { email, usedAt: null, expiresAt: { gt: new Date() } } });
  const take = async (token: string) =>
    run(
      await anonymous(regions.tomsk),
      'acceptInvitation',
      'AcceptInvitationInput',
      { token, login: newLogin(), password: OWNERS, ...person },
      'login',
    );

  /** Until so many wait for a lock of this database. */
  const whoWait = async (tx: Tx, count: number) => {
    const there = () => tx.$queryRaw<[{ waiting: number }]>`
      select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await there())[0].waiting < count) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  it('sent at the same moment leave one that works', async () => {
    const email = newEmail();
    const { organisation } = await makePlace(regions.tomsk);
    const sent = await prisma.$transaction(
      async (tx) => {
        await lockClaim(tx, email);
        const all = Promise.all([1, 2].map(() => invite(email, organisation.id)));
        // One that fails says why, instead of being waited for.
        await Promise.race([whoWait(tx, 2), all]);
        return { all };
      },
      { timeout: 20_000 },
    );
    await sent.all;
    expect(await prisma.notification.count({ where: { email } })).toBe(2);
    expect(await open(email)).toBe(1);
  });

  it('the older is not taken up by a press that began before the newer was sent', async () => {
    const email = newEmail();
    const { organisation } = await makePlace(regions.tomsk);
    await invite(email, organisation.id);
    const older = await secretOf(email);
    const pressed = await prisma.$transaction(
      async (tx) => {
        await tx.invitation.updateMany({ where: { email }, data: { expiresAt: new Date() } });
        const press = take(older);
        // It has found its invitation open and now waits for whoever closes it.
        await whoWait(tx, 1);
        return { press };
      },
      { timeout: 20_000 },
    );
    expect((await pressed.press).problems.map(({ code }) => code)).toEqual(['LINK_EXPIRED']);
    expect(await ownerOf(email)).toBeNull();
  });

  it('of two schools are two roles: both work', async () => {
    const email = newEmail();
    for (let school = 0; school < 2; school += 1) await invite(email, (await makePlace(regions.tomsk)).organisation.id);
    expect(await open(email)).toBe(2);
  });
});

describe('a new address of one’s own', () => {
  const CONFIRM = 'confirmEmail';
  it('[S18] of whomever it is, is answered alike, five times an hour; the owner is told by letter', async () => {
    const owner = await makeAccount({ password: OWNERS });
    const prober = await makeAccount({ password: ATTACKERS });
    const context = await as('TEACHER', { region: regions.samara, account: prober });
    const probe = (email: string) =>
      run(
        context,
        'saveProfile',
        'SaveProfileInput',
        { ...person, email, phone: '', language: 'ru', current: ATTACKERS },
        'viewer { email pendingEmail }',
      );
    const known = await probe(owner.email);
    expect(known).toEqual({ problems: [], viewer: { email: prober.email, pendingEmail: owner.email } });
    const free = newEmail();
    expect(await probe(free)).toEqual({ problems: [], viewer: { email: prober.email, pendingEmail: free } });
    const [letter] = await prisma.notification.findMany({ where: { email: owner.email } });
    expect(letter).toMatchObject({ letterId: 'address_known', accountId: owner.id, secret: null });
    for (let k = 0; k < 3; k += 1) expect(codesOf(await probe(newEmail()))).toEqual([]);
    expect(codesOf(await probe(newEmail()))).toEqual(['TOO_MANY_ATTEMPTS']);
  }, 60_000);

  it('signs nobody in and gets no letters before its link; then the former one is told and signs in no more', async () => {
    const account = await makeAccount({ password: OWNERS });
    const context = await as('TEACHER', { region: regions.samara, account });
    const email = newEmail();
    const save = { ...person, email, phone: '', language: 'ru', current: OWNERS };
    expect(codesOf(await run(context, 'saveProfile', 'SaveProfileInput', save))).toEqual([]);
    expect([await entersAs(email, OWNERS), await entersAs(account.email, OWNERS)]).toEqual([null, account.id]);
    const token = await secretOf(email);
    const confirmed = await execute<Record<string, { problems: { code: string }[] }>, object>(
      `mutation ($token: String!) { ${CONFIRM}(token: $token) { problems { code } } }`,
      { token },
      await anonymous(regions.samara),
    );
    expect(confirmed.data?.[CONFIRM]?.problems).toEqual([]);
    expect([await entersAs(email, OWNERS), await entersAs(account.email, OWNERS)]).toEqual([account.id, null]);
    const told = await prisma.notification.findFirst({ where: { email: account.email }, orderBy: { id: 'desc' } });
    expect(told).toMatchObject({ letterId: 'address_changed' });
    expect(told?.body).toContain(account.login);
    expect(
      (await prisma.auditEntry.findMany({ where: { objectId: account.id }, orderBy: { id: 'asc' } })).map((line) => line.action),
    ).toEqual(expect.arrayContaining(['claim_email', 'save_profile', 'change_email']));
  });

  it('may be sent again or taken back: its link stops working', async () => {
    const account = await makeAccount({ password: OWNERS });
    const context = await as('TEACHER', { region: regions.irkutsk, account });
    const email = newEmail();
    await run(context, 'saveProfile', 'SaveProfileInput', { ...person, email, phone: '', language: 'ru', current: OWNERS });
    const first = await secretOf(email);
    const act = async (field: string) =>
      (await execute<Record<string, { problems: { code: string }[] }>, object>(`mutation { ${field} { problems { code } } }`, {}, context))
        .data?.[field]?.problems;
    expect(await act('sendEmailConfirmation')).toEqual([]);
    const second = await secretOf(email);
    expect(second).not.toBe(first);
    expect(await prisma.emailConfirmation.count({ where: { accountId: account.id, usedAt: null, expiresAt: { gt: new Date() } } })).toBe(1);
    expect(await act('cancelEmailChange')).toEqual([]);
    expect(await prisma.account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      email: account.email,
      pendingEmail: null,
    });
    expect(await prisma.emailConfirmation.count({ where: { accountId: account.id, usedAt: null } })).toBe(0);
  });
});
