import { roleLabel } from '@/domain/labels';
import type { Role } from '@/domain/procedure/vocabulary';
import { procedureOf } from '@/server/auth/regionProcedure';
import type { RoleAssignmentResolvers } from './../../types.generated';

export const RoleAssignment: RoleAssignmentResolvers = {
  role: ({ role }) => role as Role,
  label: async ({ role, regionId }, _args, context) => roleLabel(await procedureOf(context, regionId), role as Role, context.language),
  scopeLabel: async ({ municipalityId, organisationId, regionId }, _args, context) => {
    const { loaders, language } = context;
    if (organisationId) return (await loaders.organisation.load(organisationId))?.name ?? '';
    if (municipalityId) return (await loaders.municipality.load(municipalityId))?.name ?? '';
    return (await procedureOf(context, regionId)).region.label[language];
  },
  regionLabel: async ({ regionId }, _args, context) => (await procedureOf(context, regionId)).region.label[context.language],
  chosen: ({ id }, _args, { session }) => session?.viewer?.roleAssignmentId === id,
};
