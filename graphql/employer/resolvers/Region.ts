import { getCurrentProcedure } from '@/server/procedures';
import type { RegionResolvers } from './../../types.generated';

export const Region: Pick<RegionResolvers, 'employer'> = {
  employer: async ({ id }, _arg, { language }) => {
    const { mode, label, blocks } = (await getCurrentProcedure(id)).procedure.employerConfirmation;
    return { mode, label: label[language], blocks };
  },
};
