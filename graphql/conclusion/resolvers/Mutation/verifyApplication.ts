import { problem } from '@/domain/problems';
import { MAX_REASON } from '@/domain/reasons';
import { getViewer } from '@/server/context';
import { perform } from '@/server/perform';
import type { MutationResolvers } from './../../../types.generated';

export const verifyApplication: NonNullable<MutationResolvers['verifyApplication']> = async (_parent, { input }, context) => {
  const { id, verdict } = input;
  return perform(getViewer(context), id, {
    action: 'verify',
    input: { verdict },
    write: async (tx) => {
      const verdictText = input.text.trim();
      if (verdictText.length > MAX_REASON) return { problems: [problem('VALUE_TOO_LONG', ['input', 'text'], { max: MAX_REASON })] };
      await tx.application.update({ where: { id }, data: { verdict, verdictText } });
      return { data: { verdict, detail: verdictText } };
    },
  });
};
