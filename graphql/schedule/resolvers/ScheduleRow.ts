import type { ScheduleRowResolvers } from './../../types.generated';

export const ScheduleRow: ScheduleRowResolvers = {
  expertsAppointed: ({ ready }) => ready,
};
