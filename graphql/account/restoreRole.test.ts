import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { AccountsPageDocument, RestoreRoleDocument } from '@/gql/graphql';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import { openSession } from '@/server/sessions';
import { as, codesOf, contextOf, dataOf, failureOf, makeAccount, makeNeighbour, makePlace, makeRegion } from '@/testing/viewers';
import { begin, person } from '../application/application.fixture';
import { issueAccount, removeRole } from './account.fixture';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});

const restore = (context: GraphQLContext, id: string) => execute(RestoreRoleDocument, { id }, context);
const list = async (context: GraphQLContext, removed: boolean) => {
  const { accounts } = dataOf(await execute(AccountsPageDocument, { search: null, role: null, after: null, removed }, context));
  return accounts.edges.map((e) => e.node);
};
const seesCase = async (accountId: string, id: string) => {
  const context = await contextOf(region, await openSession(accountId));
  const answer = await execute<{ application: { id: string } }, object>(
    'query ($id: UUID!) { application(id: $id) { id } }',
    { id },
    context,
  );
  return answer.errors ? failureOf(answer) : answer.data?.application.id;
};

describe('[S13] a role that was taken away is given back by whoever may take it away', () => {
  it('a teacher’s: his case is his again, and he is found in the list meanwhile', async () => {
    const account = await makeAccount();
    const teacher = await person('TEACHER', region, { account });
    const id = await begin(teacher);
    const role = await prisma.roleAssignment.findFirstOrThrow({ where: { accountId: account.id } });
    const operator = await as('OPERATOR', { region });
    expect(await seesCase(account.id, id)).toBe(id);
    expect(codesOf(dataOf(await removeRole(operator, role.id)).removeRole)).toEqual([]);
    expect(await seesCase(account.id, id)).toBe('UNAUTHENTICATED');
    expect((await list(operator, false)).map((row) => row.id)).not.toContain(account.id);
    const found = (await list(operator, true)).find((row) => row.id === account.id);
    expect(found).toMatchObject({ roleAssignments: [], removedRoles: [{ id: role.id }] });
    expect(codesOf(dataOf(await restore(operator, role.id)).restoreRole)).toEqual([]);
    expect(await seesCase(account.id, id)).toBe(id);
    expect((await list(operator, true)).map((row) => row.id)).not.toContain(account.id);
    expect(failureOf(await restore(operator, role.id))).toBe('NOT_FOUND');
    expect(await prisma.auditEntry.count({ where: { action: 'restore_role', objectId: account.id } })).toBe(1);
  });

  it('an expert’s: he is back in the roster; two who give it back in one moment make no second one', async () => {
    const expert = await as('EXPERT', { region });
    const accountId = expert.viewer?.accountId ?? '';
    const id = expert.viewer?.roleAssignmentId ?? '';
    const operator = await as('OPERATOR', { region });
    await removeRole(operator, id);
    expect((await prisma.expert.findFirstOrThrow({ where: { accountId } })).active).toBe(false);
    await Promise.all([restore(operator, id), restore(operator, id)]);
    expect((await prisma.expert.findFirstOrThrow({ where: { accountId } })).active).toBe(true);
    expect(await prisma.roleAssignment.count({ where: { accountId, removedAt: null } })).toBe(1);
  });

  it('one that was issued anew meanwhile is not doubled', async () => {
    const { municipality } = await makePlace(region);
    const account = await makeAccount({ emailVerifiedAt: new Date() });
    const admin = await as('ADMINISTRATOR', { region });
    const input = {
      email: account.email,
      lastName: 'Ёлкина',
      firstName: 'Зинаида',
      patronymic: '',
      role: 'COORDINATOR' as const,
      municipalityId: municipality.id,
    };
    await issueAccount(admin, input);
    const first = await prisma.roleAssignment.findFirstOrThrow({ where: { accountId: account.id } });
    await removeRole(admin, first.id);
    await issueAccount(admin, input);
    expect((await list(admin, false)).find((row) => row.id === account.id)?.removedRoles).toEqual([]);
    expect(codesOf(dataOf(await restore(admin, first.id)).restoreRole)).toEqual([]);
    expect(await prisma.roleAssignment.count({ where: { accountId: account.id, removedAt: null } })).toBe(1);
  });

  it('what the viewer may not take away, and what holds, is not there for him', async () => {
    const operator = await as('OPERATOR', { region });
    const admin = await as('ADMINISTRATOR', { region });
    const secretary = (await as('SECRETARY', { region })).viewer?.roleAssignmentId ?? '';
    const own = await makeNeighbour(region);
    const strange = (await as('EXPERT', { region: own })).viewer?.roleAssignmentId ?? '';
    expect(failureOf(await restore(admin, secretary))).toBe('NOT_FOUND');
    await removeRole(admin, secretary);
    await removeRole(await as('ADMINISTRATOR', { region: own }), strange);
    for (const id of [secretary, strange, randomUUID()]) expect(failureOf(await restore(operator, id))).toBe('NOT_FOUND');
    expect(failureOf(await restore(await as('TEACHER', { region }), secretary))).toBe('FORBIDDEN');
    expect(codesOf(dataOf(await restore(admin, secretary)).restoreRole)).toEqual([]);
  });
});
