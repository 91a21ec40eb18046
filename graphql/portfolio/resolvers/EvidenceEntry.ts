import type { EvidenceEntryResolvers } from './../../types.generated';
/*
 * Note: This object type is generated because "EvidenceEntryMapper" is declared. This is to ensure runtime safety.
 *
 * When a mapper is used, it is possible to hit runtime errors in some scenarios:
 * - given a field name, the schema type's field type does not match mapper's field type
 * - or a schema type's field does not exist in the mapper's fields
 *
 * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
 */
export const EvidenceEntry: EvidenceEntryResolvers = {
  /* Implement EvidenceEntry resolver logic here */
  id: async (_parent, _arg, _ctx) => {
    /* EvidenceEntry.id resolver is required because EvidenceEntry.id exists but EvidenceEntryMapper.id does not */
  },
  indicatorId: async (_parent, _arg, _ctx) => {
    /* EvidenceEntry.indicatorId resolver is required because EvidenceEntry.indicatorId exists but EvidenceEntryMapper.indicatorId does not */
  },
  text: async (_parent, _arg, _ctx) => {
    /* EvidenceEntry.text resolver is required because EvidenceEntry.text exists but EvidenceEntryMapper.text does not */
  },
  updatedAt: async (_parent, _arg, _ctx) => {
    /* EvidenceEntry.updatedAt resolver is required because EvidenceEntry.updatedAt exists but EvidenceEntryMapper.updatedAt does not */
  },
  value: async (_parent, _arg, _ctx) => {
    /* EvidenceEntry.value resolver is required because EvidenceEntry.value exists but EvidenceEntryMapper.value does not */
  },
  version: async (_parent, _arg, _ctx) => {
    /* EvidenceEntry.version resolver is required because EvidenceEntry.version exists but EvidenceEntryMapper.version does not */
  },
};
