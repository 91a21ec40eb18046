import { env } from '@/server/env';
import type { ApplicationResolvers } from './../../types.generated';

export const Application: Pick<ApplicationResolvers, 'walkable'> = {
  walkable: async ({ id }, _arg, context) => {
    if (env.DEMO !== '1') return false;
    const found = await context.loaders.case.load(id);
    return found !== null && !found.procedure.statuses.application.find((s) => s.status === found.facts.status)?.terminal;
  },
};
