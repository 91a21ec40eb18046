import { problem } from '@/domain/problems';
import { reasonProblems } from '@/domain/reasons';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';
import { answer } from '../../answer';
import { disputable } from '../../facts';
import { clearSignatures } from '../../signatures';

export const disputeEmployer: NonNullable<MutationResolvers['disputeEmployer']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const reason = input.reason.trim();
  const fields = [...new Set(input.fields)];
  return perform(viewer, input.applicationId, {
    record: 'dispute_employer',
    write: async (tx, found, at) => {
      const unknown = fields.filter((id) => !disputable(found.procedure).includes(id));
      const problems = [
        ...unknown.map((id) => problem('VALUE_NOT_LISTED', ['input', 'fields', id])),
        ...reasonProblems(found.procedure, 'dispute_employer', { id: null, text: reason }),
      ];
      if (problems.length) return { problems };
      await clearSignatures(tx, found.application.id);
      await answer(tx, found, viewer, at, { status: 'DISPUTED', reason, disputedFields: fields });
      return { events: ['employer.refused'], data: { detail: reason, fields } };
    },
  });
};
