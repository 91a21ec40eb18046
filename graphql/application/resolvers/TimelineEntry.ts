import type   { TimelineEntryResolvers } from './../../types.generated';
    /*
    * Note: This object type is generated because "TimelineEntryMapper" is declared. This is to ensure runtime safety.
    *
    * When a mapper is used, it is possible to hit runtime errors in some scenarios:
    * - given a field name, the schema type's field type does not match mapper's field type
    * - or a schema type's field does not exist in the mapper's fields
    *
    * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
    */
export const TimelineEntry: TimelineEntryResolvers = {
    /* Implement TimelineEntry resolver logic here */
    actorLabel: async (_parent, _arg, _ctx) => { /* TimelineEntry.actorLabel resolver is required because TimelineEntry.actorLabel exists but TimelineEntryMapper.actorLabel does not */ },
    actorRole: async (_parent, _arg, _ctx) => { /* TimelineEntry.actorRole resolver is required because TimelineEntry.actorRole exists but TimelineEntryMapper.actorRole does not */ },
    at: async (_parent, _arg, _ctx) => { /* TimelineEntry.at resolver is required because TimelineEntry.at exists but TimelineEntryMapper.at does not */ },
    fromLabel: async (_parent, _arg, _ctx) => { /* TimelineEntry.fromLabel resolver is required because TimelineEntry.fromLabel exists but TimelineEntryMapper.fromLabel does not */ },
    id: async (_parent, _arg, _ctx) => { /* TimelineEntry.id resolver is required because TimelineEntry.id exists but TimelineEntryMapper.id does not */ },
    kind: async (_parent, _arg, _ctx) => { /* TimelineEntry.kind resolver is required because TimelineEntry.kind exists but TimelineEntryMapper.kind does not */ },
    own: async (_parent, _arg, _ctx) => { /* TimelineEntry.own resolver is required because TimelineEntry.own exists but TimelineEntryMapper.own does not */ },
    text: async (_parent, _arg, _ctx) => { /* TimelineEntry.text resolver is required because TimelineEntry.text exists but TimelineEntryMapper.text does not */ },
    toLabel: async (_parent, _arg, _ctx) => { /* TimelineEntry.toLabel resolver is required because TimelineEntry.toLabel exists but TimelineEntryMapper.toLabel does not */ }
};