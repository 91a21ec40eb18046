import { problem } from '@/domain/problems';
import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import { getViewer } from '@/server/context';
import { notFound } from '@/server/errors';
import { perform } from '@/server/perform';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { isAnsweredBy, visibleRequests } from '../../requests';

export const answerInformation: NonNullable<MutationResolvers['answerInformation']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const asked =
    (await prisma.informationRequest.findFirst({ where: { AND: [visibleRequests(viewer), { id: input.requestId }] } })) ?? notFound();
  return perform(viewer, asked.applicationId, {
    record: 'answer_information',
    write: async (tx, { application, procedure }, at) => {
      const answer = input.answer.trim();
      const path = ['input', 'answer'];
      if (!isAnsweredBy(procedure, asked, viewer.role))
        return { problems: [problem('NOT_YOUR_MOVE', [], { action: 'answer_information' })] };
      if (!answer) return { problems: [problem('REQUIRED', path)] };
      const long = lengthProblems(answer, TEXT_LIMITS.reply, path);
      if (long.length) return { problems: long };
      const { count } = await tx.informationRequest.updateMany({
        where: { id: asked.id, answeredAt: null },
        data: { answer, answeredAt: at, answeredById: viewer.accountId },
      });
      // The answer stays with its question: the history is read by more people than the question was put to.
      if (count === 0) return { problems: [problem('STALE_VERSION', ['request', asked.id])] };
      // Where the case does not stand still for the answers, nobody's move tells that the last one has come.
      const open = await tx.informationRequest.count({ where: { applicationId: asked.applicationId, answeredAt: null } });
      return open === 0 && application.status !== 'AWAITING_INFO' ? { events: ['information.received'] } : undefined;
    },
  });
};
