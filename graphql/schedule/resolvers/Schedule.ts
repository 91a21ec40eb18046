import { machineLabel } from '@/domain/labels';
import { fillIn } from '@/domain/procedure/letterShape';
import { openScheduleActions, periodInWords } from '@/domain/schedule';
import { getViewer } from '@/server/context';
import type { ScheduleResolvers } from './../../types.generated';

export const Schedule: ScheduleResolvers = {
  period: ({ procedure, period }) => period && { procedure, period },
  heading: ({ procedure, period, municipality }, _arg, { language }) => {
    const words = procedure.documents.find((paper) => paper.heading)?.heading;
    if (!words || !period) return null;
    return fillIn(words[language], { municipality: municipality.name, period: periodInWords(period, language) });
  },
  status: ({ record }) => record?.status ?? 'DRAFT',
  statusLabel: ({ procedure, record }, _arg, context) => machineLabel(procedure, 'schedule', record?.status ?? 'DRAFT', context.language),
  edition: ({ record }) => record?.edition ?? 0,
  approvedAt: ({ record }) => record?.approvedAt ?? null,
  viewerActions: ({ procedure, period, rows }, _arg, context) =>
    period ? openScheduleActions(procedure, rows, getViewer(context).role) : [],
};
