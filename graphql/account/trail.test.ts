import { expect, it } from 'vitest';
import { checkCredentials } from '@/server/auth/checkCredentials';
import { hashPassword } from '@/server/auth/passwords';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';
import { closeSession, openSession } from '@/server/sessions';
import { withAuditSource } from '@/server/trail/source';
import { as, giveRole, makeAccount, makeRegion } from '@/testing/viewers';

const linesOf = (personId: string) => prisma.auditEntry.findMany({ where: { personId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });

it('signing in, failing to and signing out leave lines with the address, and what was typed is in none', async () => {
  const password = 'верный-и-длинный-пароль';
  const account = await makeAccount({ passwordHash: await hashPassword(password), passwordChosenAt: new Date() });
  await withAuditSource({ address: '192.0.2.9', requestId: 'r', sessionId: null }, async () => {
    expect(await checkCredentials(account.login, 'неверный-пароль', '192.0.2.9')).toMatchObject({
      problems: [{ code: 'CREDENTIALS_WRONG' }],
    });
    expect(await checkCredentials(account.login, password, '192.0.2.9')).toEqual({ accountId: account.id });
    await checkCredentials('hunter2-typed-as-a-login', 'x', '192.0.2.9');
  });
  const sessionId = await openSession(account.id, { address: '192.0.2.9' });
  await closeSession(sessionId);
  await closeSession(sessionId);
  const lines = await linesOf(account.id);
  expect(lines.map(({ action }) => action)).toEqual(['sign_in_failed', 'sign_in', 'sign_out']);
  expect(lines[0]).toMatchObject({ address: '192.0.2.9', accountId: null, regionId: null, data: { code: 'CREDENTIALS_WRONG' } });
  expect(lines[1]).toMatchObject({ address: '192.0.2.9', accountId: account.id, sessionId, regionId: null });
  expect(lines[2]).toMatchObject({ accountId: account.id, sessionId });
  const [unknown] = await prisma.auditEntry.findMany({ where: { objectType: 'Login' } });
  expect(unknown).toMatchObject({ action: 'sign_in_failed', personId: null });
  expect(JSON.stringify(await prisma.auditEntry.findMany())).not.toContain('hunter2');
});

it('tries beyond the limit fill nothing', async () => {
  const account = await makeAccount({});
  for (let k = 0; k < 30; k += 1) await checkCredentials(account.login, 'нет', '192.0.2.10');
  expect((await linesOf(account.id)).length).toBeLessThan(25);
});

it('the choice of a role is told to its region', async () => {
  const region = await makeRegion();
  const account = await makeAccount({});
  const context = await as('OPERATOR', { region, account });
  const roleAssignmentId = await giveRole('SECRETARY', { region, account });
  const choose = 'mutation ($id: UUID!) { chooseRole(roleAssignmentId: $id) { problems { code } } }';
  await execute(choose, { id: roleAssignmentId }, context);
  const [line] = await prisma.auditEntry.findMany({ where: { action: 'choose_role', objectId: roleAssignmentId } });
  expect(line).toMatchObject({ accountId: account.id, personId: account.id, regionId: region.id, role: 'SECRETARY' });
  expect(line?.sessionId).toBe(context.session?.sessionId);
  expect(line?.requestId).toBe(context.requestId);
});
