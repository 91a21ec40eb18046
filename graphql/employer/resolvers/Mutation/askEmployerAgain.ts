import { problem } from '@/domain/problems';
import type { FieldType } from '@/domain/procedure/vocabulary';
import { getViewer } from '@/server/context';
import type { Case } from '@/server/facts';
import { perform } from '@/server/perform';
import type { Tx } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';

export const askEmployerAgain: NonNullable<MutationResolvers['askEmployerAgain']> = async (_parent, { input }, context) =>
  perform(getViewer(context), input.applicationId, {
    record: 'ask_employer_again',
    write: async (tx, found) => {
      const organisationId = input.organisationId ?? found.application.organisationId ?? '';
      const moved = await moveTo(tx, found, organisationId);
      if (!moved) return { problems: [problem('VALUE_NOT_LISTED', ['input', 'organisationId'])] };
      // The effect of the event writes the request itself.
      await tx.employerConfirmation.update({
        where: { applicationId: found.application.id },
        data: { reason: null, disputedFields: [] },
      });
      return { events: ['employer.confirmation_requested'], data: { detail: moved.name, organisationId } };
    },
  });

/** Names another organisation of the region in the application, in its answers and in the columns that decide who sees the case. */
async function moveTo(tx: Tx, { application, procedure }: Case, organisationId: string) {
  const organisation = await tx.organisation.findFirst({ where: { id: organisationId, regionId: application.regionId } });
  if (!organisation) return null;
  const answers = (type: FieldType, value: string) =>
    procedure.application.fields.filter((f) => f.type === type).map((f) => [f.id, value] as const);
  const places = [...answers('organisation', organisation.id), ...answers('municipality', organisation.municipalityId)];
  await tx.application.update({
    where: { id: application.id },
    data: {
      organisationId: organisation.id,
      municipalityId: organisation.municipalityId,
      values: { ...(application.values as Record<string, string>), ...Object.fromEntries(places) },
    },
  });
  return organisation;
}
