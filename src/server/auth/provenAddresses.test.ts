import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Prisma } from '@/generated/prisma/client';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';

/** The statements of a migration, as `prisma migrate deploy` runs them. */
const statementsOf = (name: string): string[] =>
  readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8')
    .replace(/^--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);

const at = new Date('2026-11-01T09:00:00Z');
const account = (given: Partial<Prisma.AccountUncheckedCreateInput>) => {
  const id = newId();
  return { id, login: `old-${id}`, passwordHash: '-', createdAt: at, email: `${id}@example.org`, ...given };
};

it('an installation from before keeps its people: who has proven an address signs in by it, who has not gets letters there', async () => {
  const old = {
    proven: account({ passwordChosenAt: at, emailVerifiedAt: at }),
    typed: account({ passwordChosenAt: at }),
    issued: account({}),
    card: account({ snils: '11223344595' }),
    printed: account({ snils: '08765430300', email: null }),
  };
  await prisma.$executeRawUnsafe('ALTER TABLE "Account" DROP CONSTRAINT "Account_email_proven"');
  await prisma.account.createMany({ data: Object.values(old) });
  for (const statement of statementsOf('20261130113000_claims_wait')) await prisma.$executeRawUnsafe(statement);
  const after = async (one: { login: string }) => {
    const { email, pendingEmail } = await prisma.account.findUniqueOrThrow({ where: { login: one.login } });
    return { email, pendingEmail };
  };
  expect(await after(old.proven)).toEqual({ email: old.proven.email, pendingEmail: null });
  expect(await after(old.typed)).toEqual({ email: null, pendingEmail: old.typed.email });
  expect(await after(old.issued)).toEqual({ email: old.issued.email, pendingEmail: null });
  expect(await after(old.card)).toEqual({ email: null, pendingEmail: old.card.email });
  expect(await after(old.printed)).toEqual({ email: null, pendingEmail: null });
});

it('the database itself keeps an address that nobody has proven out of the unique place', async () => {
  const write = (given: object) => prisma.account.create({ data: account(given) });
  await expect(write({ passwordChosenAt: at })).rejects.toThrow(/Account_email_proven/);
  await expect(write({ snils: '11223344596' })).rejects.toThrow(/Account_email_proven/);
  await expect(write({ passwordChosenAt: at, emailVerifiedAt: at })).resolves.toBeTruthy();
});
