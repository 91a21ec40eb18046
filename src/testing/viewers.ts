import { parse } from 'yaml';
import type { ProcedureDocument } from '@/domain/procedure/shape';
import type { Language, Role } from '@/domain/procedure/vocabulary';
import type { Account, Municipality, Organisation, Region } from '@/generated/prisma/client';
import { buildProcedure } from '@/procedures/build';
import { findNewest, readFolder, readShared } from '@/procedures/read';
import { chooseCurrentVersions, storeCalendar, storeVersion } from '@/procedures/store';
import { hashPassword } from '@/server/auth/passwords';
import { roleNeeds } from '@/server/auth/roles';
import { CALENDAR_KEY } from '@/server/calendar';
import { createContext, type GraphQLContext } from '@/server/context';
import type { ExecuteResult } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { findSession, openSession } from '@/server/sessions';
import { noteProcedure, notes, noteWhenUsed } from './ranUnder';

/** Makers of regions, places, people and their contexts for API tests; every one is new, so that tests of one file never meet. */

/** Loads the newest version of a region under procedures/, the version named (samara/1.0.0), or any other folder into the database of this test file; a second call finds it. */
export async function makeRegion(folder = 'samara', change = (document: ProcedureDocument) => document): Promise<Region> {
  const positions = (parse(readShared('procedures', 'positions.yaml')) as { items: Parameters<typeof buildProcedure>[1] }).items;
  const built = buildProcedure(readFolder(findNewest('procedures', folder)[0] ?? folder), positions);
  if (!built.document) throw new Error(built.errors.join('\n'));
  await storeVersion({ ...built, document: change(built.document) });
  await storeCalendar(CALENDAR_KEY, parse(readShared('procedures', 'calendar-ru.yaml')));
  await chooseCurrentVersions();
  const region = await prisma.region.findUniqueOrThrow({ where: { slug: built.document.id } });
  notes.byRegionId.set(region.id, built.name);
  noteProcedure(built.name);
  return region;
}

/** Another region under the same procedure: whoever is of it is a stranger to the first. */
export async function makeNeighbour(region: Region): Promise<Region> {
  const version = await prisma.procedureVersion.findUniqueOrThrow({ where: { id: region.currentVersionId ?? '' } });
  const id = newId();
  const versionId = newId();
  await prisma.region.create({ data: { id, slug: `neighbour-${id}`, code: '99', timezone: region.timezone, hosts: [] } });
  const { document, pages } = version as unknown as { document: object; pages: object };
  await prisma.procedureVersion.create({
    data: {
      id: versionId,
      regionId: id,
      version: version.version,
      status: version.status,
      checksum: version.checksum,
      document,
      pages,
      loadedAt: new Date(),
    },
  });
  return prisma.region.update({ where: { id }, data: { currentVersionId: versionId } });
}

export interface Place {
  municipality: Municipality;
  organisation: Organisation;
}

/** A municipality with one organisation. */
export async function makePlace(region: Region): Promise<Place> {
  const id = newId();
  const municipality = await prisma.municipality.create({ data: { id, regionId: region.id, name: `Округ ${id}` } });
  const organisation = await prisma.organisation.create({
    data: { id: newId(), regionId: region.id, municipalityId: id, name: `МБОУ «Озёрская СОШ» ${id}` },
  });
  return { municipality, organisation };
}

/** A person whose address is proven; with a password if the test signs in by it. */
export async function makeAccount(given: Partial<Account> & { password?: string } = {}): Promise<Account & { email: string }> {
  const { password, ...rest } = given;
  const id = newId();
  const at = new Date();
  const email = `${id}@example.org`;
  const account = await prisma.account.create({
    data: {
      id,
      login: `p-${id}`,
      email,
      emailVerifiedAt: at,
      passwordHash: password ? await hashPassword(password) : '-',
      passwordChosenAt: at,
      createdAt: at,
      lastName: 'Вострикова',
      firstName: 'Людмила',
      patronymic: 'Аркадьевна',
      ...rest,
    },
  });
  return { ...account, email: account.email ?? email };
}

export interface Wish {
  region: Region;
  /** Where the role holds; made when not given. */
  place?: Place;
  /** Whose role it is; made when not given. */
  account?: Account;
  language?: Language;
}

/** Gives a person a role, with the place or the roster entry that belongs to it; the id of the role assignment. */
export async function giveRole(role: Role, { region, place, account }: Wish & { account: Account }): Promise<string> {
  const needs = roleNeeds(role);
  const at = needs === 'REGION' ? null : (place ?? (await makePlace(region)));
  if (role === 'EXPERT' && at) {
    const work = { organisationId: at.organisation.id, municipalityId: at.municipality.id, post: 'учитель' };
    await prisma.expert.create({ data: { id: newId(), regionId: region.id, accountId: account.id, ...work } });
  }
  const assignment = await prisma.roleAssignment.create({
    data: {
      id: newId(),
      regionId: region.id,
      accountId: account.id,
      role,
      createdAt: new Date(),
      municipalityId: needs === 'MUNICIPALITY' ? (at?.municipality.id ?? null) : null,
      organisationId: needs === 'ORGANISATION' && role !== 'EXPERT' ? (at?.organisation.id ?? null) : null,
    },
  });
  return assignment.id;
}

/** A context signed in as this role of the region: a real account, role and session row. */
export async function as(role: Role, wish: Wish): Promise<GraphQLContext> {
  const account = wish.account ?? (await makeAccount());
  const roleAssignmentId = await giveRole(role, { ...wish, account });
  const sessionId = await openSession(account.id);
  await prisma.session.update({ where: { id: sessionId }, data: { roleAssignmentId } });
  return contextOf(wish.region, sessionId, wish.language);
}

/** The context of a session as the next request would find it; null for one that is not signed in. */
export async function contextOf(region: Region, sessionId: string | null, language: Language = 'ru'): Promise<GraphQLContext> {
  // An address of its own: no test uses up another's tries.
  const context = await createContext({ session: await findSession(sessionId), language, address: newId(), regionSlug: region.slug });
  return noteWhenUsed(context, region.id);
}

/** A visitor who has not signed in. */
export const anonymous = (region: Region, language: Language = 'ru'): Promise<GraphQLContext> => contextOf(region, null, language);

/** The answer's data; a failure of the request fails the test. */
export function dataOf<T>(result: ExecuteResult<T>): T {
  if (result.errors?.length || !result.data) throw new Error(JSON.stringify(result.errors));
  return result.data;
}

/** The code of a request that ended as not signed in, not allowed or not found. */
export const failureOf = (result: ExecuteResult<unknown>): unknown => result.errors?.[0]?.extensions?.code;

/** Codes of a payload's refusals. */
export const codesOf = (payload: { problems: { code: string }[] }): string[] => payload.problems.map((p) => p.code);
