import { formFor } from '@/domain/procedure/document';
import { getProcedure } from '@/server/procedures';
import type { ApplicationResolvers } from './../../types.generated';
import { findPortfolio } from '../portfolio.sql';

export const Application: Pick<ApplicationResolvers, 'portfolio'> = {
  portfolio: async (application) => {
    const [procedure, found] = await Promise.all([getProcedure(application.procedureVersionId), findPortfolio(application.id)]);
    return found && { application, procedure, form: formFor(procedure, application.positionId), ...found };
  },
};
