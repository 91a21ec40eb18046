import { formFor } from '@/domain/procedure/document';
import { notFound } from '@/server/errors';
import { fullName } from '@/server/fullName';
import { getCurrentProcedure } from '@/server/procedures';
import type { EmployeeResolvers } from './../../types.generated';

export const Employee: EmployeeResolvers = {
  fullName: (employee) => fullName(employee),
  accountOpened: ({ account }) => Boolean(account?.passwordChosenAt),
  organisation: async ({ organisationId }, _arg, { loaders }) => (await loaders.organisation.load(organisationId)) ?? notFound(),
  position: async ({ regionId, positionId }, _arg, { language }) => {
    const position = (await getCurrentProcedure(regionId)).procedure.positions.find(({ id }) => id === positionId);
    return position ? { id: position.id, label: position.label[language] } : null;
  },
  card: async (employee) => {
    const { procedure } = await getCurrentProcedure(employee.regionId);
    return { employee, card: employee.card ?? notFound(), procedure, form: formFor(procedure, employee.positionId) };
  },
};
