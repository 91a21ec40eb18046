import type { Role } from '@/domain/procedure/vocabulary';
import type { Account, Region } from '@/generated/prisma/client';
import { setOffset } from '@/server/clock';
import { createContext } from '@/server/context';
import { execute } from '@/server/execute';
import { prisma } from '@/server/prisma';

/** The demo acts through the API like anybody: as an account in a role, at a day of one's choosing. */

const DAY_MS = 24 * 60 * 60 * 1000;

/** Moves this process's clock to so many days from today, at noon or later; nobody else's clock moves. */
export function goToDay(days: number): void {
  setOffset(String(days * DAY_MS));
}

interface Payload {
  problems?: { code: string; path: string[]; message: string }[];
  [noun: string]: unknown;
}

/** Runs one document as an account in a role; a refusal is a fault of the demo and stops it. */
export async function act<T>(
  region: Region,
  account: Account,
  role: Role,
  document: string,
  variables: Record<string, unknown>,
): Promise<T> {
  const assignment = await prisma.roleAssignment.findFirstOrThrow({
    where: { accountId: account.id, regionId: region.id, role, removedAt: null },
  });
  const expert = role === 'EXPERT' ? await prisma.expert.findFirst({ where: { accountId: account.id, regionId: region.id } }) : null;
  const { id: accountId, login, email, lastName, firstName, patronymic } = account;
  const viewer = {
    accountId,
    regionId: region.id,
    role,
    roleAssignmentId: assignment.id,
    municipalityId: assignment.municipalityId,
    organisationId: assignment.organisationId,
    expertId: expert?.id ?? null,
  };
  const person = { accountId, login, email, lastName, firstName, patronymic, mustChoosePassword: false };
  const session = { sessionId: assignment.id, ...person, lastSeenAt: new Date(), provenAt: null, idleMinutes: 0, viewer };
  const context = await createContext({ session, language: 'ru', address: 'demo' });
  const result = await execute<Record<string, Payload>, Record<string, unknown>>(document, variables, context);
  const payload = result.data ? Object.values(result.data)[0] : undefined;
  if (result.errors?.length || payload?.problems?.length) {
    const told = JSON.stringify(result.errors ?? payload?.problems);
    throw new Error(`${role} ${document.trim().split('\n')[0]} ${JSON.stringify(variables)}: ${told}`);
  }
  return payload as T;
}
