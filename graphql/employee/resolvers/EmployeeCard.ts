import type { EmployeeCardResolvers } from './../../types.generated';
/*
 * Note: This object type is generated because "EmployeeCardMapper" is declared. This is to ensure runtime safety.
 *
 * When a mapper is used, it is possible to hit runtime errors in some scenarios:
 * - given a field name, the schema type's field type does not match mapper's field type
 * - or a schema type's field does not exist in the mapper's fields
 *
 * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
 */
export const EmployeeCard: EmployeeCardResolvers = {
  /* Implement EmployeeCard resolver logic here */
  canCheck: async (_parent, _arg, _ctx) => {
    /* EmployeeCard.canCheck resolver is required because EmployeeCard.canCheck exists but EmployeeCardMapper.canCheck does not */
  },
  canConfirm: async (_parent, _arg, _ctx) => {
    /* EmployeeCard.canConfirm resolver is required because EmployeeCard.canConfirm exists but EmployeeCardMapper.canConfirm does not */
  },
  checkedAt: async (_parent, _arg, _ctx) => {
    /* EmployeeCard.checkedAt resolver is required because EmployeeCard.checkedAt exists but EmployeeCardMapper.checkedAt does not */
  },
  confirmedAt: async (_parent, _arg, _ctx) => {
    /* EmployeeCard.confirmedAt resolver is required because EmployeeCard.confirmedAt exists but EmployeeCardMapper.confirmedAt does not */
  },
  problems: async (_parent, _arg, _ctx) => {
    /* EmployeeCard.problems resolver is required because EmployeeCard.problems exists but EmployeeCardMapper.problems does not */
  },
  sections: async (_parent, _arg, _ctx) => {
    /* EmployeeCard.sections resolver is required because EmployeeCard.sections exists but EmployeeCardMapper.sections does not */
  },
  status: async (_parent, _arg, _ctx) => {
    /* EmployeeCard.status resolver is required because EmployeeCard.status exists but EmployeeCardMapper.status does not */
  },
  statusLabel: async (_parent, _arg, _ctx) => {
    /* EmployeeCard.statusLabel resolver is required because EmployeeCard.statusLabel exists but EmployeeCardMapper.statusLabel does not */
  },
  statusTone: async (_parent, _arg, _ctx) => {
    /* EmployeeCard.statusTone resolver is required because EmployeeCard.statusTone exists but EmployeeCardMapper.statusTone does not */
  },
};
