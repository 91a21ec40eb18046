import { problem } from '@/domain/problems';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';
import { moveTo } from '../../moveTo';

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
        data: { reason: null, disputedFields: [], reply: null },
      });
      return { events: ['employer.confirmation_requested'], data: { detail: moved.name, organisationId } };
    },
  });
