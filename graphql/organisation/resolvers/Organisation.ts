import { notFound } from '@/server/errors';
import type { OrganisationResolvers } from './../../types.generated';

export const Organisation: OrganisationResolvers = {
  municipality: async ({ municipalityId }, _arg, { loaders }) => (await loaders.municipality.load(municipalityId)) ?? notFound(),
};
