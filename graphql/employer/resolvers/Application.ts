import type { ApplicationResolvers } from './../../types.generated';

export const Application: Pick<ApplicationResolvers, 'employerConfirmation' | 'employerPaper'> = {
  employerConfirmation: async ({ id }, _arg, { loaders }) => (await loaders.case.load(id))?.application.employerConfirmation ?? null,
  employerPaper: async (_parent, _arg, _ctx) => {
    /* Application.employerPaper resolver is required because Application.employerPaper exists but ApplicationMapper.employerPaper does not */
  },
};
