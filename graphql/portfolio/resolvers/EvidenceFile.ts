import type   { EvidenceFileResolvers } from './../../types.generated';
    /*
    * Note: This object type is generated because "EvidenceFileMapper" is declared. This is to ensure runtime safety.
    *
    * When a mapper is used, it is possible to hit runtime errors in some scenarios:
    * - given a field name, the schema type's field type does not match mapper's field type
    * - or a schema type's field does not exist in the mapper's fields
    *
    * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
    */
export const EvidenceFile: EvidenceFileResolvers = {
    /* Implement EvidenceFile resolver logic here */
    downloadUrl: async (_parent, _arg, _ctx) => { /* EvidenceFile.downloadUrl resolver is required because EvidenceFile.downloadUrl exists but EvidenceFileMapper.downloadUrl does not */ },
    openUrl: async (_parent, _arg, _ctx) => { /* EvidenceFile.openUrl resolver is required because EvidenceFile.openUrl exists but EvidenceFileMapper.openUrl does not */ },
    problem: async (_parent, _arg, _ctx) => { /* EvidenceFile.problem resolver is required because EvidenceFile.problem exists but EvidenceFileMapper.problem does not */ }
};