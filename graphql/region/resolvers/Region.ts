import type   { RegionResolvers } from './../../types.generated';
    /*
    * Note: This object type is generated because "RegionMapper" is declared. This is to ensure runtime safety.
    *
    * When a mapper is used, it is possible to hit runtime errors in some scenarios:
    * - given a field name, the schema type's field type does not match mapper's field type
    * - or a schema type's field does not exist in the mapper's fields
    *
    * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
    */
export const Region: RegionResolvers = {
    /* Implement Region resolver logic here */
    commissionLabel: async (_parent, _arg, _ctx) => { /* Region.commissionLabel resolver is required because Region.commissionLabel exists but RegionMapper.commissionLabel does not */ },
    credentialsValidDays: async (_parent, _arg, _ctx) => { /* Region.credentialsValidDays resolver is required because Region.credentialsValidDays exists but RegionMapper.credentialsValidDays does not */ },
    example: async (_parent, _arg, _ctx) => { /* Region.example resolver is required because Region.example exists but RegionMapper.example does not */ },
    label: async (_parent, _arg, _ctx) => { /* Region.label resolver is required because Region.label exists but RegionMapper.label does not */ },
    operatorLabel: async (_parent, _arg, _ctx) => { /* Region.operatorLabel resolver is required because Region.operatorLabel exists but RegionMapper.operatorLabel does not */ },
    pages: async (_parent, _arg, _ctx) => { /* Region.pages resolver is required because Region.pages exists but RegionMapper.pages does not */ },
    systemLabel: async (_parent, _arg, _ctx) => { /* Region.systemLabel resolver is required because Region.systemLabel exists but RegionMapper.systemLabel does not */ },
    teacherAccountMode: async (_parent, _arg, _ctx) => { /* Region.teacherAccountMode resolver is required because Region.teacherAccountMode exists but RegionMapper.teacherAccountMode does not */ }
};