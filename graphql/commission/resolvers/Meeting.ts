import type   { MeetingResolvers } from './../../types.generated';
    /*
    * Note: This object type is generated because "MeetingMapper" is declared. This is to ensure runtime safety.
    *
    * When a mapper is used, it is possible to hit runtime errors in some scenarios:
    * - given a field name, the schema type's field type does not match mapper's field type
    * - or a schema type's field does not exist in the mapper's fields
    *
    * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
    */
export const Meeting: MeetingResolvers = {
    /* Implement Meeting resolver logic here */
    applicationCount: async (_parent, _arg, _ctx) => { /* Meeting.applicationCount resolver is required because Meeting.applicationCount exists but MeetingMapper.applicationCount does not */ },
    applications: async (_parent, _arg, _ctx) => { /* Meeting.applications resolver is required because Meeting.applications exists but MeetingMapper.applications does not */ },
    date: ({ date }, _arg, _ctx) => {
                        /* Meeting.date resolver is required because Meeting.date and MeetingMapper.date are not compatible */
                        return date
                      },
    stepLabel: async (_parent, _arg, _ctx) => { /* Meeting.stepLabel resolver is required because Meeting.stepLabel exists but MeetingMapper.stepLabel does not */ },
    viewerActions: async (_parent, _arg, _ctx) => { /* Meeting.viewerActions resolver is required because Meeting.viewerActions exists but MeetingMapper.viewerActions does not */ }
};