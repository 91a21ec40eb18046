import type { ApplicationResolvers } from './../../types.generated';

export const Application: Pick<ApplicationResolvers, 'employerConfirmation'> = {
  employerConfirmation: async ({ id }, _arg, { loaders }) => (await loaders.case.load(id))?.application.employerConfirmation ?? null,
};
