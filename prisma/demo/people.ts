import type { Procedure } from '@/domain/procedure/shape';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Account, Expert, Municipality, Organisation, Region } from '@/generated/prisma/client';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { EXPERTS, HEADS, NEIGHBOURS, PLACES, SEATS } from './names';

/** Places and people of the demo. Every name is invented; nobody has a password: signing in is one press, and only where DEMO=1. */
const NO_PASSWORD = { demo: true, passwordHash: '-' };

export interface DemoPeople {
  municipalities: Municipality[];
  organisations: Organisation[];
  /** By the word of SEATS. */
  accounts: Record<string, Account>;
  experts: Expert[];
}

interface Where {
  municipality?: number;
  organisation?: number;
}

/** Makes the places and people of a region's demo: somebody in every role the procedure names, and one who answers for every school. */
export async function seedPeople(region: Region, procedure: Procedure): Promise<DemoPeople> {
  const at = new Date();
  const municipalities: Municipality[] = [];
  const organisations: Organisation[] = [];
  for (const [name, schools] of PLACES) {
    const municipality = await prisma.municipality.create({ data: { id: newId(), regionId: region.id, name } });
    municipalities.push(municipality);
    for (const school of schools) {
      const place = { id: newId(), regionId: region.id, municipalityId: municipality.id, name: school };
      organisations.push(await prisma.organisation.create({ data: place }));
    }
  }
  const people: DemoPeople = { municipalities, organisations, accounts: {}, experts: [] };
  const named = new Set(procedure.roles.map((role) => role.key));
  let count = 0;
  const account = async (word: string, name: string) => {
    const [lastName = '', firstName = '', patronymic = ''] = name.split(' ');
    const login = `${word}-${region.slug}`;
    count += 1;
    const who = { login, email: `${login}@demo.example`, lastName, firstName, patronymic, snils: demoSnils(region.code, count) };
    return prisma.account.create({
      data: {
        id: newId(),
        ...who,
        sex: patronymic.endsWith('ич') ? 'male' : 'female',
        ...NO_PASSWORD,
        passwordChosenAt: at,
        emailVerifiedAt: at,
        createdAt: at,
      },
    });
  };
  const seat = (accountId: string, role: Role, { municipality, organisation }: Where = {}) =>
    prisma.roleAssignment.create({
      data: {
        id: newId(),
        regionId: region.id,
        accountId,
        role,
        municipalityId: municipality === undefined ? null : (municipalities[municipality]?.id ?? null),
        organisationId: organisation === undefined ? null : (organisations[organisation]?.id ?? null),
        createdAt: at,
      },
    });
  const expert = async (accountId: string, organisation: number, post: string, positionIds: string[]) => {
    const place = organisations[organisation];
    if (!place) throw new Error(`no organisation ${organisation}`);
    const { id: organisationId, municipalityId } = place;
    const row = { id: newId(), regionId: region.id, accountId, organisationId, municipalityId, post, positionIds };
    people.experts.push(await prisma.expert.create({ data: row }));
    await seat(accountId, 'EXPERT');
  };

  const { sameMunicipalityOnly } = procedure.assessment.experts;
  for (const [word, name, role, where] of SEATS) {
    if (!named.has(role)) continue;
    const person = await account(`demo-${word}`, name);
    people.accounts[word] = person;
    // Where experts come from the teacher's own municipality, the demo's expert works where most cases are, and takes any position.
    const place = sameMunicipalityOnly ? 4 : (where?.organisation ?? 6);
    if (role === 'EXPERT') await expert(person.id, place, 'учитель математики, эксперт', sameMunicipalityOnly ? [] : ['teacher']);
    else await seat(person.id, role, where);
  }
  const roster = sameMunicipalityOnly ? [...EXPERTS, ...NEIGHBOURS] : EXPERTS;
  for (const [k, [name, organisation, post, positionIds]] of roster.entries())
    await expert((await account(`expert-${k + 1}`, name)).id, organisation, post, positionIds);

  // Every further school has one person who holds its roles, so that every request finds a reader; so has every further municipality.
  const schoolRoles = [...named].filter((role): role is Role => role.startsWith('SCHOOL_'));
  for (const k of organisations.keys()) {
    if (k === 0 || schoolRoles.length === 0) continue;
    const head = await account(`head-${k}`, HEADS[k % HEADS.length] ?? 'Директор Школы');
    for (const role of schoolRoles) await seat(head.id, role, { organisation: k });
  }
  for (const k of municipalities.keys()) {
    if (k === 0 || !named.has('COORDINATOR')) continue;
    await seat((await account(`coordinator-${k}`, HEADS[(k + 2) % HEADS.length] ?? 'Координатор Района')).id, 'COORDINATOR', {
      municipality: k,
    });
  }
  const many = await account('demo-many', 'Захарова Марина Олеговна');
  people.accounts.many = many;
  for (const role of ['OPERATOR', 'SECRETARY'] as const) if (named.has(role)) await seat(many.id, role);
  if (named.has('COORDINATOR')) await seat(many.id, 'COORDINATOR', { municipality: 1 });
  return people;
}

/** A teacher of the demo with an account and nothing else. */
export async function makeTeacher(region: Region, no: number, name: string): Promise<Account> {
  const [lastName = '', firstName = '', patronymic = ''] = name.split(' ');
  const login = `teacher-${no}-${region.slug}`;
  const at = new Date();
  const account = await prisma.account.create({
    data: {
      id: newId(),
      login,
      email: `${login}@demo.example`,
      snils: demoSnils(region.code, 500 + no),
      sex: patronymic.endsWith('ич') ? 'male' : 'female',
      ...NO_PASSWORD,
      passwordChosenAt: at,
      emailVerifiedAt: at,
      lastName,
      firstName,
      patronymic,
      createdAt: at,
    },
  });
  await prisma.roleAssignment.create({ data: { id: newId(), regionId: region.id, accountId: account.id, role: 'TEACHER', createdAt: at } });
  return account;
}

/** A number of the right form whose checksum holds, the same for the same person of the demo. */
function demoSnils(regionCode: string, no: number): string {
  const digits = `9${regionCode}000${String(no).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  return digits + String((sum % 101) % 100).padStart(2, '0');
}
