import { formFor } from '@/domain/procedure/document';
import { mayWithCard } from '@/domain/rights';
import { notFound } from '@/server/errors';
import { fullName } from '@/server/fullName';
import { getCurrentProcedure } from '@/server/procedures';
import type { EmployeeResolvers } from './../../types.generated';
import { isOwnCard } from '../cards';

export const Employee: EmployeeResolvers = {
  fullName: (employee) => fullName(employee),
  accountOpened: ({ account }) => Boolean(account?.passwordChosenAt),
  organisation: async ({ organisationId }, _arg, { loaders }) => (await loaders.organisation.load(organisationId)) ?? notFound(),
  position: async ({ regionId, positionId }, _arg, { language }) => {
    const position = (await getCurrentProcedure(regionId)).procedure.positions.find(({ id }) => id === positionId);
    return position ? { id: position.id, label: position.label[language] } : null;
  },
  reports: async (employee, _arg, { viewer }) => {
    const { procedure } = await getCurrentProcedure(employee.regionId);
    const canAnswer = mayWithCard(viewer?.role, 'answer_card_report') && isOwnCard({ employee }, viewer);
    // The teacher told it of his own application: the school and he read it, nobody above them.
    const reads = mayWithCard(viewer?.role, 'read_card_report') || viewer?.accountId === employee.accountId;
    return reads ? employee.reports.map((report) => ({ report, procedure, canAnswer })) : [];
  },
  card: async (employee) => {
    const { procedure } = await getCurrentProcedure(employee.regionId);
    return { employee, card: employee.card ?? notFound(), procedure, form: formFor(procedure, employee.positionId) };
  },
};
