import { formFor } from '@/domain/procedure/document';
import { perRequest } from '@/server/perRequest';
import { getProcedure } from '@/server/procedures';
import type { ApplicationResolvers } from './../../types.generated';
import { findPortfolios } from '../portfolio.sql';

const portfolioOf = perRequest((_context, ids) => findPortfolios(ids));

export const Application: Pick<ApplicationResolvers, 'papers' | 'portfolio'> = {
  portfolio: async (application, _arg, context) => {
    const [procedure, found] = await Promise.all([getProcedure(application.procedureVersionId), portfolioOf(context, application.id)]);
    return found && { application, procedure, form: formFor(procedure, application.positionId), ...found };
  },
  papers: async (_parent, _arg, _ctx) => {
    /* Application.papers resolver is required because Application.papers exists but ApplicationMapper.papers does not */
  },
};
