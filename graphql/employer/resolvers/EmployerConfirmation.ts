import { machineLabel, toneOf } from '@/domain/labels';
import type { GraphQLContext } from '@/server/context';
import { notFound } from '@/server/errors';
import { latestTerms } from '@/server/facts';
import type { EmployerConfirmationResolvers } from './../../types.generated';
import { employerFacts } from '../facts';

const caseOf = async ({ applicationId }: { applicationId: string }, { loaders }: GraphQLContext) =>
  (await loaders.case.load(applicationId)) ?? notFound();

export const EmployerConfirmation: EmployerConfirmationResolvers = {
  statusLabel: async (parent, _arg, context) =>
    machineLabel((await caseOf(parent, context)).procedure, 'employerConfirmation', parent.status, context.language),
  statusTone: ({ status }) => toneOf('employerConfirmation', status),
  organisation: ({ organisationId }, _arg, { loaders }) => loaders.organisation.load(organisationId),
  facts: async (parent, _arg, context) => employerFacts(await caseOf(parent, context), context),
  deadline: async (parent, _arg, context) => {
    const { application, procedure } = await caseOf(parent, context);
    const row = latestTerms(application).get(procedure.employerConfirmation.respondBy ?? '');
    return row ? { row, procedure } : null;
  },
  signatures: async (_parent, _arg, _ctx) => {
    /* EmployerConfirmation.signatures resolver is required because EmployerConfirmation.signatures exists but EmployerConfirmationMapper.signatures does not */
  },
};
