import type { Viewer } from '@/domain/viewer';
import { Prisma, prisma } from '@/server/prisma';
import { holdsWords } from '@/server/search';
import { visibleEmployeesSql } from '@/server/visibility';

export interface EmployeeCursor {
  lastName: string;
  firstName: string;
  id: string;
}

interface Wish {
  search: string | null;
  /** Only cards that wait for the viewer's role. */
  waiting: boolean;
  after: EmployeeCursor | null;
  limit: number;
}

/** Ids of one page of the employees a viewer may see, in the order of Russian names; who has left comes to nobody but the operator. */
export function findEmployeesPage(viewer: Viewer, { search, waiting, after, limit }: Wish): Promise<EmployeeCursor[]> {
  const found = holdsWords(Prisma.sql`e."searchText"`, search);
  return prisma.$queryRaw<EmployeeCursor[]>(Prisma.sql`
    select e.id, e."lastName", e."firstName" from "Employee" e
    where ${visibleEmployeesSql(viewer)}
    ${viewer.role === 'OPERATOR' ? Prisma.empty : Prisma.sql`and e."dismissedAt" is null`}
    ${waiting ? waitsFor(viewer) : Prisma.empty}
    ${found ? Prisma.sql`and ${found}` : Prisma.empty}
    ${after ? Prisma.sql`and (e."lastName" collate "ru-x-icu", e."firstName" collate "ru-x-icu", e.id) > (${after.lastName} collate "ru-x-icu", ${after.firstName} collate "ru-x-icu", ${after.id}::uuid)` : Prisma.empty}
    order by e."lastName" collate "ru-x-icu", e."firstName" collate "ru-x-icu", e.id
    limit ${limit}`);
}

const waitsFor = ({ role }: Viewer) => {
  const card = role === 'SCHOOL_HR' ? Prisma.sql`c.status <> 'CONFIRMED'` : Prisma.sql`c."checkedAt" is null`;
  return Prisma.sql`and (exists (select 1 from "EmployeeCard" c where c."employeeId" = e.id and ${card})
    or exists (select 1 from "CardReport" r where r."employeeId" = e.id and r."closedAt" is null))`;
};
