import type   { ApplicationResolvers } from './../../types.generated';
    /*
    * Note: This object type is generated because "ApplicationMapper" is declared. This is to ensure runtime safety.
    *
    * When a mapper is used, it is possible to hit runtime errors in some scenarios:
    * - given a field name, the schema type's field type does not match mapper's field type
    * - or a schema type's field does not exist in the mapper's fields
    *
    * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
    */
export const Application: Pick<ApplicationResolvers, 'assessmentResult'|'assignments'|'expertCandidates'|'expertsMax'|'expertsMin'> = {
    /* Implement Application resolver logic here */
    assessmentResult: async (_parent, _arg, _ctx) => { /* Application.assessmentResult resolver is required because Application.assessmentResult exists but ApplicationMapper.assessmentResult does not */ },
    assignments: async (_parent, _arg, _ctx) => { /* Application.assignments resolver is required because Application.assignments exists but ApplicationMapper.assignments does not */ },
    expertCandidates: async (_parent, _arg, _ctx) => { /* Application.expertCandidates resolver is required because Application.expertCandidates exists but ApplicationMapper.expertCandidates does not */ },
    expertsMax: async (_parent, _arg, _ctx) => { /* Application.expertsMax resolver is required because Application.expertsMax exists but ApplicationMapper.expertsMax does not */ },
    expertsMin: async (_parent, _arg, _ctx) => { /* Application.expertsMin resolver is required because Application.expertsMin exists but ApplicationMapper.expertsMin does not */ }
};