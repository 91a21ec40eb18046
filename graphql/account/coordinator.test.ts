import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { checkCredentials } from '@/server/auth/checkCredentials';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { as, codesOf, dataOf, failureOf, giveRole, makeAccount, makeNeighbour, makePlace, makeRegion, type Place } from '@/testing/viewers';
import { secretTo } from './account.fixture';

let region: Region;
let place: Place;
let coordinator: GraphQLContext;
beforeAll(async () => {
  region = await makeRegion('chelyabinsk');
  place = await makePlace(region);
  coordinator = await as('COORDINATOR', { region, place });
});

const ISSUE = 'mutation ($input: IssueAccountInput!) { issueAccount(input: $input) { problems { code path } account { id login email } } }';
const LIST = '{ accounts { edges { node { id roleAssignments { id role } } } } viewer { issuableRoles { role } } }';
interface Issued {
  issueAccount: { problems: { code: string }[]; account: { id: string; login: string } | null };
}
interface Listed {
  accounts: { edges: { node: { id: string; roleAssignments: { id: string; role: string }[] } }[] };
  viewer: { issuableRoles: { role: string }[] };
}
const issue = (role: string, context = coordinator, at = place) =>
  execute<Issued, object>(
    ISSUE,
    {
      input: {
        role,
        email: `${newId()}@example.org`,
        lastName: 'Лосева',
        firstName: 'Нина',
        organisationId: at.organisation.id,
        municipalityId: at.municipality.id,
      },
    },
    context,
  );

describe('the municipal operator issues accounts of the schools of his municipality', () => {
  it.each([
    ['[CH-23] the HR officer', 'SCHOOL_HR'],
    ['[CH-32] the deputy head', 'SCHOOL_DEPUTY'],
  ])('%s gets login and password from him', async (_who, role) => {
    const { issueAccount } = dataOf(await issue(role));
    expect(issueAccount.problems).toEqual([]);
    const account = await prisma.account.findUniqueOrThrow({ where: { id: issueAccount.account?.id ?? '' }, include: { roles: true } });
    expect(account.roles).toMatchObject([{ role, organisationId: place.organisation.id }]);
    expect(await checkCredentials(account.login, await secretTo(account.email ?? ''), newId())).toEqual({ accountId: account.id });
  });

  it('he offers these two roles and no other; another’s role, school or region is refused', async () => {
    expect(dataOf(await execute<Listed, object>(LIST, {}, coordinator)).viewer.issuableRoles.map((r) => r.role)).toEqual([
      'SCHOOL_HR',
      'SCHOOL_DEPUTY',
    ]);
    for (const role of ['EXPERT', 'OPERATOR', 'COORDINATOR', 'TEACHER']) expect(failureOf(await issue(role)), role).toBe('FORBIDDEN');
    expect(codesOf(dataOf(await issue('SCHOOL_HR', coordinator, await makePlace(region))).issueAccount)).toEqual(['REQUIRED']);
    expect(codesOf(dataOf(await issue('SCHOOL_HR', coordinator, await makePlace(await makeNeighbour(region)))).issueAccount)).toEqual([
      'REQUIRED',
    ]);
    expect(failureOf(await issue('SCHOOL_HR', await as('OPERATOR', { region })))).toBe('FORBIDDEN');
    expect(failureOf(await issue('SCHOOL_HR', await as('SCHOOL_HR', { region, place })))).toBe('FORBIDDEN');
  });

  it('he sees and takes away what he issues in his municipality, nothing elsewhere', async () => {
    const own = await makeAccount();
    const ownRole = await giveRole('SCHOOL_HR', { region, place, account: own });
    const stranger = await makeAccount();
    const strangerRole = await giveRole('SCHOOL_HR', { region, account: stranger });
    await giveRole('EXPERT', { region, place, account: await makeAccount() });
    const nodes = dataOf(await execute<Listed, object>(LIST, {}, coordinator)).accounts.edges.map((e) => e.node);
    expect(nodes.map((n) => n.id)).toContain(own.id);
    expect(nodes.map((n) => n.id)).not.toContain(stranger.id);
    expect(new Set(nodes.flatMap((n) => n.roleAssignments.map((r) => r.role)))).toEqual(new Set(['SCHOOL_HR', 'SCHOOL_DEPUTY']));
    const remove = (id: string) =>
      execute<object, object>('mutation ($id: UUID!) { removeRole(roleAssignmentId: $id) { problems { code } } }', { id }, coordinator);
    expect(failureOf(await remove(strangerRole))).toBe('NOT_FOUND');
    expect(dataOf(await remove(ownRole))).toMatchObject({ removeRole: { problems: [] } });
  });

  it('where he issues nothing the list is closed to him', async () => {
    const samara = await makeRegion('samara');
    expect(failureOf(await execute(LIST, {}, await as('COORDINATOR', { region: samara })))).toBe('FORBIDDEN');
  });
});
