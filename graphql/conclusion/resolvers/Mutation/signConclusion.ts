import { problem } from '@/domain/problems';
import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import { getViewerAs } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const signConclusion: NonNullable<MutationResolvers['signConclusion']> = async (_parent, { input }, context) => {
  const { applicationId, agreed } = input;
  return perform(getViewerAs(context, 'TEACHER'), applicationId, {
    action: 'sign_conclusion',
    write: async (tx, { application }, at) => {
      const remarks = input.remarks.trim();
      const path = ['input', 'remarks'];
      // Who does not agree is heard by the commission: without words it would not know with what.
      if (!agreed && !remarks) return { problems: [problem('REASON_REQUIRED', path)] };
      const long = lengthProblems(remarks, TEXT_LIMITS.remarks, path);
      if (long.length) return { problems: long };
      if (application.conclusion) await tx.expertConclusion.update({ where: { applicationId }, data: { signedAt: at, agreed, remarks } });
      return { data: { agreed: agreed ? 'yes' : 'no', detail: remarks } };
    },
  });
};
