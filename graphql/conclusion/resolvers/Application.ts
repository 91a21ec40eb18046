import type { ApplicationResolvers } from './../../types.generated';
/*
 * Note: This object type is generated because "ApplicationMapper" is declared. This is to ensure runtime safety.
 *
 * When a mapper is used, it is possible to hit runtime errors in some scenarios:
 * - given a field name, the schema type's field type does not match mapper's field type
 * - or a schema type's field does not exist in the mapper's fields
 *
 * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
 */
export const Application: Pick<ApplicationResolvers, 'conclusion' | 'verdict' | 'verdictChoices'> = {
  /* Implement Application resolver logic here */
  conclusion: async (_parent, _arg, _ctx) => {
    /* Application.conclusion resolver is required because Application.conclusion exists but ApplicationMapper.conclusion does not */
  },
  verdict: ({ verdict }, _arg, _ctx) => {
    /* Application.verdict resolver is required because Application.verdict and ApplicationMapper.verdict are not compatible */
    return verdict;
  },
  verdictChoices: async (_parent, _arg, _ctx) => {
    /* Application.verdictChoices resolver is required because Application.verdictChoices exists but ApplicationMapper.verdictChoices does not */
  },
};
