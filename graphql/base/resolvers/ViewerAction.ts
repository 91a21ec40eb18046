import type   { ViewerActionResolvers } from './../../types.generated';
    /*
    * Note: This object type is generated because "ViewerActionMapper" is declared. This is to ensure runtime safety.
    *
    * When a mapper is used, it is possible to hit runtime errors in some scenarios:
    * - given a field name, the schema type's field type does not match mapper's field type
    * - or a schema type's field does not exist in the mapper's fields
    *
    * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
    */
export const ViewerAction: ViewerActionResolvers = {
    /* Implement ViewerAction resolver logic here */
    closedBy: async (_parent, _arg, _ctx) => { /* ViewerAction.closedBy resolver is required because ViewerAction.closedBy exists but ViewerActionMapper.closedBy does not */ },
    open: async (_parent, _arg, _ctx) => { /* ViewerAction.open resolver is required because ViewerAction.open exists but ViewerActionMapper.open does not */ }
};