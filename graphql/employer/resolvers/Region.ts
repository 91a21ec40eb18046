import { keepsCards } from '@/domain/card';
import { offeredPositions } from '@/domain/procedure/document';
import { getCurrentProcedure } from '@/server/procedures';
import type { RegionResolvers } from './../../types.generated';

export const Region: Pick<RegionResolvers, 'employer'> = {
  employer: async ({ id }, _arg, { language }) => {
    const { procedure } = await getCurrentProcedure(id);
    const { mode, label } = procedure.employerConfirmation;
    const positions = keepsCards(procedure) ? offeredPositions(procedure) : [];
    return { mode, label: label[language], positions: positions.map((p) => ({ id: p.id, label: p.label[language] })) };
  },
};
