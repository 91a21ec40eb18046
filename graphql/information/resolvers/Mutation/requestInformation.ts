import { type Problem, problem } from '@/domain/problems';
import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import { getViewer } from '@/server/context';
import { newId } from '@/server/ids';
import { perform } from '@/server/perform';
import type { MutationResolvers, RequestInformationInput } from './../../../types.generated';

const MOST = 10;

export const requestInformation: NonNullable<MutationResolvers['requestInformation']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  return perform(viewer, input.id, {
    action: 'request_information',
    write: async (tx, { application }, at) => {
      const problems = questionProblems(input.requests);
      if (problems.length) return { problems };
      const { id: applicationId, regionId } = application;
      for (const { addressee, text } of input.requests) {
        const asked = { addressee, text: text.trim(), askedAt: at, askedById: viewer.accountId };
        await tx.informationRequest.create({ data: { id: newId(), regionId, applicationId, ...asked } });
      }
      return { data: { count: input.requests.length } };
    },
  });
};

function questionProblems(requests: RequestInformationInput['requests']): Problem[] {
  const path = ['input', 'requests'];
  if (requests.length === 0) return [problem('REQUIRED', path)];
  if (requests.length > MOST) return [problem('VALUE_OUT_OF_RANGE', path, { min: 1, max: MOST })];
  return requests.flatMap(({ text }, k): Problem[] => {
    const at = [...path, String(k), 'text'];
    return text.trim() ? lengthProblems(text, TEXT_LIMITS.question, at) : [problem('REQUIRED', at)];
  });
}
