import type   { DeadlineResolvers } from './../../types.generated';
    /*
    * Note: This object type is generated because "DeadlineMapper" is declared. This is to ensure runtime safety.
    *
    * When a mapper is used, it is possible to hit runtime errors in some scenarios:
    * - given a field name, the schema type's field type does not match mapper's field type
    * - or a schema type's field does not exist in the mapper's fields
    *
    * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
    */
export const Deadline: DeadlineResolvers = {
    /* Implement Deadline resolver logic here */
    daysLeft: async (_parent, _arg, _ctx) => { /* Deadline.daysLeft resolver is required because Deadline.daysLeft exists but DeadlineMapper.daysLeft does not */ },
    id: async (_parent, _arg, _ctx) => { /* Deadline.id resolver is required because Deadline.id exists but DeadlineMapper.id does not */ },
    label: async (_parent, _arg, _ctx) => { /* Deadline.label resolver is required because Deadline.label exists but DeadlineMapper.label does not */ },
    lapsesAt: async (_parent, _arg, _ctx) => { /* Deadline.lapsesAt resolver is required because Deadline.lapsesAt exists but DeadlineMapper.lapsesAt does not */ },
    onExpiry: async (_parent, _arg, _ctx) => { /* Deadline.onExpiry resolver is required because Deadline.onExpiry exists but DeadlineMapper.onExpiry does not */ },
    status: async (_parent, _arg, _ctx) => { /* Deadline.status resolver is required because Deadline.status exists but DeadlineMapper.status does not */ },
    termId: async (_parent, _arg, _ctx) => { /* Deadline.termId resolver is required because Deadline.termId exists but DeadlineMapper.termId does not */ },
    unit: async (_parent, _arg, _ctx) => { /* Deadline.unit resolver is required because Deadline.unit exists but DeadlineMapper.unit does not */ },
    untilDate: async (_parent, _arg, _ctx) => { /* Deadline.untilDate resolver is required because Deadline.untilDate exists but DeadlineMapper.untilDate does not */ }
};