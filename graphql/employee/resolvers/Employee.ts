import type { EmployeeResolvers } from './../../types.generated';
/*
 * Note: This object type is generated because "EmployeeMapper" is declared. This is to ensure runtime safety.
 *
 * When a mapper is used, it is possible to hit runtime errors in some scenarios:
 * - given a field name, the schema type's field type does not match mapper's field type
 * - or a schema type's field does not exist in the mapper's fields
 *
 * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
 */
export const Employee: EmployeeResolvers = {
  /* Implement Employee resolver logic here */
  accountOpened: async (_parent, _arg, _ctx) => {
    /* Employee.accountOpened resolver is required because Employee.accountOpened exists but EmployeeMapper.accountOpened does not */
  },
  card: ({ card }, _arg, _ctx) => {
    /* Employee.card resolver is required because Employee.card and EmployeeMapper.card are not compatible */
    return card;
  },
  fullName: async (_parent, _arg, _ctx) => {
    /* Employee.fullName resolver is required because Employee.fullName exists but EmployeeMapper.fullName does not */
  },
  organisation: async (_parent, _arg, _ctx) => {
    /* Employee.organisation resolver is required because Employee.organisation exists but EmployeeMapper.organisation does not */
  },
  position: async (_parent, _arg, _ctx) => {
    /* Employee.position resolver is required because Employee.position exists but EmployeeMapper.position does not */
  },
};
