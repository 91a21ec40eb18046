import type { InformationRequestResolvers } from './../../types.generated';
/*
 * Note: This object type is generated because "InformationRequestMapper" is declared. This is to ensure runtime safety.
 *
 * When a mapper is used, it is possible to hit runtime errors in some scenarios:
 * - given a field name, the schema type's field type does not match mapper's field type
 * - or a schema type's field does not exist in the mapper's fields
 *
 * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
 */
export const InformationRequest: InformationRequestResolvers = {
  /* Implement InformationRequest resolver logic here */
  addressee: ({ addressee }, _arg, _ctx) => {
    /* InformationRequest.addressee resolver is required because InformationRequest.addressee and InformationRequestMapper.addressee are not compatible */
    return addressee;
  },
  canAnswer: async (_parent, _arg, _ctx) => {
    /* InformationRequest.canAnswer resolver is required because InformationRequest.canAnswer exists but InformationRequestMapper.canAnswer does not */
  },
};
