import { type Holding, inMunicipality } from '@/server/auth/oversight';
import { Prisma, prisma } from '@/server/prisma';
import { holdsWords } from '@/server/search';

export interface AccountCursor {
  lastName: string;
  firstName: string;
  id: string;
}

interface Wish {
  regionId: string;
  roles: readonly string[];
  /** Only roles that hold there. */
  municipalityId: string | null;
  holding: Holding;
  search: string | null;
  after: AccountCursor | null;
  limit: number;
}

/** Ids of one page of the accounts that hold, or held until it was taken away, one of these roles in the region, in the order of Russian names. */
export function findAccountsPage({ regionId, roles, municipalityId, holding, search, after, limit }: Wish): Promise<AccountCursor[]> {
  const found = holdsWords(Prisma.sql`a."searchText"`, search);
  return prisma.$queryRaw<AccountCursor[]>(Prisma.sql`
    select a.id, a."lastName", a."firstName" from "Account" a
    where exists (
      select 1 from "RoleAssignment" r
      where r."accountId" = a.id and r."regionId" = ${regionId}::uuid and ${holding === 'held' ? Prisma.sql`r."removedAt" is null` : Prisma.sql`r."removedAt" is not null`} and r.role = any(${[...roles]})
      ${inMunicipality(municipalityId)}
    )
    ${found ? Prisma.sql`and ${found}` : Prisma.empty}
    ${after ? Prisma.sql`and (a."lastName" collate "ru-x-icu", a."firstName" collate "ru-x-icu", a.id) > (${after.lastName} collate "ru-x-icu", ${after.firstName} collate "ru-x-icu", ${after.id}::uuid)` : Prisma.empty}
    order by a."lastName" collate "ru-x-icu", a."firstName" collate "ru-x-icu", a.id
    limit ${limit}`);
}
