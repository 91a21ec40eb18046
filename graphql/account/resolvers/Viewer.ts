import type   { ViewerResolvers } from './../../types.generated';
    /*
    * Note: This object type is generated because "ViewerMapper" is declared. This is to ensure runtime safety.
    *
    * When a mapper is used, it is possible to hit runtime errors in some scenarios:
    * - given a field name, the schema type's field type does not match mapper's field type
    * - or a schema type's field does not exist in the mapper's fields
    *
    * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
    */
export const Viewer: ViewerResolvers = {
    /* Implement Viewer resolver logic here */
    id: async (_parent, _arg, _ctx) => { /* Viewer.id resolver is required because Viewer.id exists but ViewerMapper.id does not */ },
    role: async (_parent, _arg, _ctx) => { /* Viewer.role resolver is required because Viewer.role exists but ViewerMapper.role does not */ },
    roleAssignments: async (_parent, _arg, _ctx) => { /* Viewer.roleAssignments resolver is required because Viewer.roleAssignments exists but ViewerMapper.roleAssignments does not */ },
    roleLabel: async (_parent, _arg, _ctx) => { /* Viewer.roleLabel resolver is required because Viewer.roleLabel exists but ViewerMapper.roleLabel does not */ },
    unread: async (_parent, _arg, _ctx) => { /* Viewer.unread resolver is required because Viewer.unread exists but ViewerMapper.unread does not */ }
};