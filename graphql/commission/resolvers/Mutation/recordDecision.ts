import { COUNTED, isIn } from '@/domain/case/groups';
import { outcomeOf, voteProblems } from '@/domain/decision';
import { problem } from '@/domain/problems';
import type { AssignmentStatus } from '@/domain/procedure/vocabulary';
import { stepAtHand } from '@/domain/schedule';
import { resultOf } from '@/domain/scoring';
import { getViewer } from '@/server/context';
import type { Case } from '@/server/facts';
import { newId } from '@/server/ids';
import { perform } from '@/server/perform';
import { getCurrentProcedure } from '@/server/procedures';
import type { MutationResolvers } from './../../../types.generated';

export const recordDecision: NonNullable<MutationResolvers['recordDecision']> = async (_parent, { input }, context) => {
  const viewer = getViewer(context);
  const votes = { for: input.votesFor, against: input.votesAgainst, abstained: input.votesAbstained };
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  return perform(viewer, input.applicationId, {
    action: 'record_decision',
    input: { outcome: outcomeOf(procedure, votes) },
    write: async (tx, found, at) => {
      const { application, facts } = found;
      const meeting = application.agendaItems.find((item) => item.step === stepAtHand(found.procedure, facts.status))?.meeting;
      if (!meeting) return { problems: [problem('NOT_ON_AGENDA')] };
      const problems = voteProblems(found.procedure, votes, meeting.present, expertsPassed(found), input.text);
      if (problems.length) return { problems };
      const outcome = outcomeOf(found.procedure, votes);
      await tx.decision.create({
        data: {
          id: newId(),
          regionId: application.regionId,
          applicationId: application.id,
          meetingId: meeting.id,
          outcome,
          votesFor: votes.for,
          votesAgainst: votes.against,
          votesAbstained: votes.abstained,
          text: input.text.trim(),
          recordedById: viewer.accountId,
          decidedAt: at,
        },
      });
      return { data: { outcome } };
    },
  });
};

/** Whether the counted sheets reach the threshold of the category asked for; null where there is no result. */
function expertsPassed({ application, procedure, form }: Case): boolean | null {
  if (!form) return null;
  const counted = application.assignments.filter((a) => isIn(a.status as AssignmentStatus, COUNTED));
  const totals = counted.flatMap((a) => (a.sheet?.total ? [a.sheet.total.toString()] : []));
  return resultOf(procedure, form, application.categoryId, totals)?.passed ?? null;
}
