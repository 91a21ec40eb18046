import { machineLabel, roleLabel, toneOf } from '@/domain/labels';
import type { Role } from '@/domain/procedure/vocabulary';
import type { GraphQLContext } from '@/server/context';
import { notFound } from '@/server/errors';
import { latestTerms } from '@/server/facts';
import type { EmployerConfirmationResolvers } from './../../types.generated';
import { correctable, employerFacts } from '../facts';

const caseOf = async ({ applicationId }: { applicationId: string }, { loaders }: GraphQLContext) =>
  (await loaders.case.load(applicationId)) ?? notFound();

export const EmployerConfirmation: EmployerConfirmationResolvers = {
  statusLabel: async (parent, _arg, context) =>
    machineLabel((await caseOf(parent, context)).procedure, 'employerConfirmation', parent.status, context.language),
  confirms: async (parent, _arg, context) =>
    (await caseOf(parent, context)).procedure.employerConfirmation.confirms?.label[context.language] ?? null,
  statusTone: ({ status }) => toneOf('employerConfirmation', status),
  organisation: ({ organisationId }, _arg, { loaders }) => loaders.organisation.load(organisationId),
  correctable: async (parent, _arg, context) => correctable(await caseOf(parent, context)).map(({ id }) => id),
  facts: async (parent, _arg, context) => employerFacts(await caseOf(parent, context), context),
  signatures: async (parent, _arg, context) => {
    const { application, procedure } = await caseOf(parent, context);
    const signed = application.employerConfirmation?.signatures ?? [];
    return (procedure.employerConfirmation.signers ?? [])
      .filter((role): role is Role => role !== 'SYSTEM')
      .map((role) => ({
        role,
        roleLabel: roleLabel(procedure, role, context.language),
        signedAt: signed.find((s) => s.role === role)?.signedAt ?? null,
      }));
  },
  blocks: async (parent, _arg, context) => (await caseOf(parent, context)).procedure.employerConfirmation.blocks,
  deadline: async (parent, _arg, context) => {
    const { application, procedure } = await caseOf(parent, context);
    const row = latestTerms(application).get(procedure.employerConfirmation.respondBy ?? '');
    return row ? { row, procedure } : null;
  },
  reply: ({ reply }) => reply,
};
