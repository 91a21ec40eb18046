import { roleLabel } from '@/domain/labels';
import { ROLES, type Role } from '@/domain/procedure/vocabulary';
import { DEMO_PREFIX } from '@/server/auth/checkCredentials';
import { procedureOf } from '@/server/auth/regionProcedure';
import { env } from '@/server/env';
import { fullName } from '@/server/fullName';
import { prisma } from '@/server/prisma';
import type { QueryResolvers } from './../../../types.generated';

export const demoAccounts: NonNullable<QueryResolvers['demoAccounts']> = async (_parent, _args, context) => {
  const { region, language } = context;
  if (env.DEMO !== '1' || !region) return [];
  const accounts = await prisma.account.findMany({
    where: { demo: true, login: { startsWith: DEMO_PREFIX }, lockedAt: null, roles: { some: { regionId: region.id, removedAt: null } } },
    include: { roles: { where: { regionId: region.id, removedAt: null }, orderBy: { id: 'asc' } } },
  });
  const procedure = await procedureOf(context, region.id);
  const order = (role: Role | null) => (role ? ROLES.indexOf(role) : ROLES.length);
  return accounts
    .map(({ login, roles, ...person }) => {
      const role = roles.length === 1 ? (roles[0]?.role as Role) : null;
      const labels = [...new Set(roles.map((r) => roleLabel(procedure, r.role as Role, language)))];
      return { login, name: fullName(person), role, roleLabel: labels.join(', ') };
    })
    .sort((a, b) => order(a.role) - order(b.role));
};
