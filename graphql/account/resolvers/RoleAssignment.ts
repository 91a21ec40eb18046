import type   { RoleAssignmentResolvers } from './../../types.generated';
    /*
    * Note: This object type is generated because "RoleAssignmentMapper" is declared. This is to ensure runtime safety.
    *
    * When a mapper is used, it is possible to hit runtime errors in some scenarios:
    * - given a field name, the schema type's field type does not match mapper's field type
    * - or a schema type's field does not exist in the mapper's fields
    *
    * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
    */
export const RoleAssignment: RoleAssignmentResolvers = {
    /* Implement RoleAssignment resolver logic here */
    chosen: async (_parent, _arg, _ctx) => { /* RoleAssignment.chosen resolver is required because RoleAssignment.chosen exists but RoleAssignmentMapper.chosen does not */ },
    label: async (_parent, _arg, _ctx) => { /* RoleAssignment.label resolver is required because RoleAssignment.label exists but RoleAssignmentMapper.label does not */ },
    role: ({ role }, _arg, _ctx) => {
                        /* RoleAssignment.role resolver is required because RoleAssignment.role and RoleAssignmentMapper.role are not compatible */
                        return role
                      },
    scopeLabel: async (_parent, _arg, _ctx) => { /* RoleAssignment.scopeLabel resolver is required because RoleAssignment.scopeLabel exists but RoleAssignmentMapper.scopeLabel does not */ }
};