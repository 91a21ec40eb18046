import { actsOfGroup } from '@/domain/trail';
import type { AuditEntry } from '@/generated/prisma/client';
import { Prisma, prisma } from '@/server/prisma';
import { holdsWords } from '@/server/search';

export interface AuditWish {
  search?: string | null;
  /** Words of a name, or a login. */
  person?: string | null;
  /** Part of a case's number, in any spelling. */
  number?: string | null;
  groups?: readonly string[] | null;
  /** Days of real time in the region's zone. */
  from?: string | null;
  to?: string | null;
  /** Today and so many days before it, less one. */
  days?: number | null;
}
export interface AuditPlace {
  at: string;
  id: string;
}

const ANY = Prisma.sql`true`;
/** The database knows no year 0. */
const FIRST_DAY = '0001-01-01';
const storedDay = (day: string): string => (day < FIRST_DAY ? FIRST_DAY : day);
/** The first moment of a day, or of a later one, in a zone; a bare date would be taken for a moment of the server's zone. */
const midnight = (day: string, later: number, zone: string) => Prisma.sql`(${day}::date + ${later}::int)::timestamp at time zone ${zone}`;

/** The accounts that words of a name, or a login, speak of. Here and below the index of the longer text goes before. */
const named = (text: string) => Prisma.sql`select a.id from "Account" a
  where ${holdsWords(Prisma.sql`a."searchText"`, text) ?? ANY} and (a.login = ${text.toLowerCase()}
    or ${holdsWords(Prisma.sql`search_text(concat_ws(' ', a."lastName", a."firstName", a.patronymic))`, text) ?? ANY})`;
/** The cases of a region whose number is spoken of. */
const numbered = (text: string, regionId: string) => Prisma.sql`select c.id from "Application" c where c."regionId" = ${regionId}::uuid
  and ${holdsWords(Prisma.sql`c."searchText"`, text) ?? ANY} and ${holdsWords(Prisma.sql`search_text(c.number)`, text) ?? ANY}`;
const NOBODY = Prisma.sql`select null::uuid as id where false`;

function searched(text: string | undefined, regionId: string): Prisma.Sql {
  if (!text) return ANY;
  return Prisma.sql`(
    e."accountId" in (select id from known) or e."personId" in (select id from known)
    or e."applicationId" in (${numbered(text, regionId)})
    or e."applicationId" in (select c.id from "Application" c where c."regionId" = ${regionId}::uuid and c."accountId" in (select id from known))
    or e.address = ${text})`;
}

const ofPerson = (text: string | undefined) =>
  text
    ? Prisma.sql`(e."accountId" in (select id from people) or e."personId" in (select id from people)
    or e."applicationId" in (select c.id from "Application" c where c."accountId" in (select id from people)))`
    : ANY;
const ofCase = (text: string | undefined, regionId: string) =>
  text ? Prisma.sql`e."applicationId" in (${numbered(text, regionId)})` : ANY;

/**
 * Lines an administrator may read, newest first: those of his region, those on the accounts of people who hold or held a role there, and failed sign-ins that
 * name nobody. Two branches, each in the order of its index, so that a page costs the same at the end of a long trail.
 */
export function findAuditEntries(
  regionId: string,
  zone: string,
  { groups, from, to, days, ...wish }: AuditWish,
  { after, limit }: { after: AuditPlace | null; limit: number },
): Promise<AuditEntry[]> {
  const [search, person, number] = [wish.search, wish.person, wish.number].map((text) => text?.trim());
  const acts = groups?.length ? groups.flatMap(actsOfGroup) : null;
  const narrowed = Prisma.sql`${searched(search, regionId)} and ${ofPerson(person)} and ${ofCase(number, regionId)}
    and ${acts ? Prisma.sql`e.action = any(${acts})` : ANY}
    and ${from ? Prisma.sql`e.at >= ${midnight(storedDay(from), 0, zone)}` : ANY}
    and ${to ? Prisma.sql`e.at < ${midnight(storedDay(to), 1, zone)}` : ANY}
    and ${days ? Prisma.sql`e.at >= ((now() at time zone ${zone})::date - ${days - 1}::int)::timestamp at time zone ${zone}` : ANY}
    and ${after ? Prisma.sql`(e.at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : ANY}
    order by e.at desc, e.id desc limit ${limit}`;
  return prisma.$queryRaw<AuditEntry[]>(Prisma.sql`
    with known as materialized (${search ? named(search) : NOBODY}), people as materialized (${person ? named(person) : NOBODY})
    select * from (
      (select e.* from "AuditEntry" e where e."regionId" = ${regionId}::uuid and ${narrowed})
      union all
      (select e.* from "AuditEntry" e where e."regionId" is null
        and (exists (select 1 from "RoleAssignment" r where r."accountId" = e."personId" and r."regionId" = ${regionId}::uuid)
          or (e."personId" is null and e.action = 'sign_in_failed'))
        and ${narrowed})
    ) lines order by at desc, id desc limit ${limit}`);
}
