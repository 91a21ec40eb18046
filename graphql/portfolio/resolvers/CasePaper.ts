import { fullName } from '@/server/fullName';
import { perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import type { CasePaperResolvers } from './../../types.generated';

const nameOf = perRequest(async (_context, ids) => {
  const names = { id: true, lastName: true, firstName: true, patronymic: true };
  const people = await prisma.account.findMany({ where: { id: { in: [...ids] } }, select: names });
  return ids.map((id) => people.find((person) => person.id === id) ?? null);
});

export const CasePaper: CasePaperResolvers = {
  attachedBy: async ({ attachedById }, _arg, context) => {
    const person = attachedById ? await nameOf(context, attachedById) : null;
    return person && fullName(person);
  },
};
