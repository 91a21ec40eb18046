import { machineLabel, toneOf } from '@/domain/labels';
import { latestTerms } from '@/server/facts';
import type { ApplicationResolvers } from './../../types.generated';

export const Application: Pick<ApplicationResolvers, 'employerConfirmation' | 'employerPaper'> = {
  employerConfirmation: async ({ id }, _arg, { loaders }) => (await loaders.case.load(id))?.application.employerConfirmation ?? null,
  employerPaper: async ({ id }, _arg, { loaders, language }) => {
    const found = await loaders.case.load(id);
    const row = found?.application.employerPaper;
    if (!found || !row) return null;
    const { procedure, application } = found;
    const term = latestTerms(application).get(procedure.employerConfirmation.respondBy ?? '');
    return {
      label: procedure.employerConfirmation.label[language],
      status: row.status,
      statusLabel: machineLabel(procedure, 'employerPaper', row.status, language),
      statusTone: toneOf('employerPaper', row.status),
      reason: row.reason,
      requestedAt: row.requestedAt,
      attachedAt: row.attachedAt,
      deadline: term ? { row: term, procedure } : null,
    };
  },
};
