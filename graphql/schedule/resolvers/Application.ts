import type { ApplicationResolvers } from './../../types.generated';
/*
 * Note: This object type is generated because "ApplicationMapper" is declared. This is to ensure runtime safety.
 *
 * When a mapper is used, it is possible to hit runtime errors in some scenarios:
 * - given a field name, the schema type's field type does not match mapper's field type
 * - or a schema type's field does not exist in the mapper's fields
 *
 * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
 */
export const Application: Pick<ApplicationResolvers, 'period' | 'scheduleStatus' | 'scheduleStatusLabel' | 'settableDates'> = {
  /* Implement Application resolver logic here */
  period: async (_parent, _arg, _ctx) => {
    /* Application.period resolver is required because Application.period exists but ApplicationMapper.period does not */
  },
  scheduleStatus: async (_parent, _arg, _ctx) => {
    /* Application.scheduleStatus resolver is required because Application.scheduleStatus exists but ApplicationMapper.scheduleStatus does not */
  },
  scheduleStatusLabel: async (_parent, _arg, _ctx) => {
    /* Application.scheduleStatusLabel resolver is required because Application.scheduleStatusLabel exists but ApplicationMapper.scheduleStatusLabel does not */
  },
  settableDates: async (_parent, _arg, _ctx) => {
    /* Application.settableDates resolver is required because Application.settableDates exists but ApplicationMapper.settableDates does not */
  },
};
