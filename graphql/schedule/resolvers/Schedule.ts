import { machineLabel } from '@/domain/labels';
import { openScheduleActions } from '@/domain/schedule';
import { getViewer } from '@/server/context';
import type { ScheduleResolvers } from './../../types.generated';

export const Schedule: ScheduleResolvers = {
  period: ({ procedure, period }) => period && { procedure, period },
  status: ({ record }) => record?.status ?? 'DRAFT',
  statusLabel: ({ procedure, record }, _arg, context) => machineLabel(procedure, 'schedule', record?.status ?? 'DRAFT', context.language),
  edition: ({ record }) => record?.edition ?? 0,
  approvedAt: ({ record }) => record?.approvedAt ?? null,
  viewerActions: ({ procedure, period, rows }, _arg, context) =>
    period ? openScheduleActions(procedure, rows, getViewer(context).role) : [],
};
