import type   { ExpertAssignmentResolvers } from './../../types.generated';
    /*
    * Note: This object type is generated because "ExpertAssignmentMapper" is declared. This is to ensure runtime safety.
    *
    * When a mapper is used, it is possible to hit runtime errors in some scenarios:
    * - given a field name, the schema type's field type does not match mapper's field type
    * - or a schema type's field does not exist in the mapper's fields
    *
    * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
    */
export const ExpertAssignment: ExpertAssignmentResolvers = {
    /* Implement ExpertAssignment resolver logic here */
    application: async (_parent, _arg, _ctx) => { /* ExpertAssignment.application resolver is required because ExpertAssignment.application exists but ExpertAssignmentMapper.application does not */ },
    deadline: async (_parent, _arg, _ctx) => { /* ExpertAssignment.deadline resolver is required because ExpertAssignment.deadline exists but ExpertAssignmentMapper.deadline does not */ },
    declineReasons: async (_parent, _arg, _ctx) => { /* ExpertAssignment.declineReasons resolver is required because ExpertAssignment.declineReasons exists but ExpertAssignmentMapper.declineReasons does not */ },
    expertName: async (_parent, _arg, _ctx) => { /* ExpertAssignment.expertName resolver is required because ExpertAssignment.expertName exists but ExpertAssignmentMapper.expertName does not */ },
    expertPost: async (_parent, _arg, _ctx) => { /* ExpertAssignment.expertPost resolver is required because ExpertAssignment.expertPost exists but ExpertAssignmentMapper.expertPost does not */ },
    sheet: async (_parent, _arg, _ctx) => { /* ExpertAssignment.sheet resolver is required because ExpertAssignment.sheet exists but ExpertAssignmentMapper.sheet does not */ },
    statusLabel: async (_parent, _arg, _ctx) => { /* ExpertAssignment.statusLabel resolver is required because ExpertAssignment.statusLabel exists but ExpertAssignmentMapper.statusLabel does not */ },
    viewerActions: async (_parent, _arg, _ctx) => { /* ExpertAssignment.viewerActions resolver is required because ExpertAssignment.viewerActions exists but ExpertAssignmentMapper.viewerActions does not */ }
};