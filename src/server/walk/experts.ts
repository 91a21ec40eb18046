import { ASSESSING, isIn, SEATED } from '@/domain/case/groups';
import type { Problem } from '@/domain/problems';
import { leavesOf } from '@/domain/procedure/tree';
import { prisma } from '../prisma';
import * as M from './documents';
import { scoreValue } from './values';
import type { Move, Walk } from './walk';

/** An act of one expert: the first whose assignment has one of the statuses. */
export const ofExpert =
  (document: string, statuses: readonly string[], variables: (walk: Walk, assignmentId: string) => object): Move =>
  async (walk) => {
    const seat = walk.found.application.assignments.find((a) => statuses.includes(a.status));
    return seat ? (await walk.act(document, variables(walk, seat.id), { expertId: seat.expertId })).problems : [];
  };

/** Appoints as many as the panel still needs, the best candidates first. */
export const appoint: Move = async ({ found, act }) => {
  const { id } = found.application;
  const { expertCandidates = [] } = await act<{ expertCandidates: { id: string; open: boolean }[] }>(M.CANDIDATES, { id });
  const { min, max, reserve } = found.procedure.assessment.experts;
  const seated = found.facts.assignments.filter((a) => isIn(a.status, SEATED)).length;
  const more = found.facts.furtherExpertPending ? max : seated === 0 ? min + reserve : min;
  const experts = expertCandidates.filter((c) => c.open).map((c) => c.id);
  return (await act(M.APPOINT, { id, experts: experts.slice(0, Math.max(1, more - seated)) })).problems;
};

/** One expert scores what is still empty, recommends and finishes. */
export const finishSheet: Move = async ({ found, act, share = 0.8 }) => {
  const seat = found.application.assignments.find((a) => isIn(a.status, ASSESSING));
  if (!seat) return [];
  const as = { expertId: seat.expertId };
  const run = async (document: string, variables: object): Promise<Problem[]> => (await act(document, variables, as)).problems;
  const known = await prisma.score.findMany({ where: { sheet: { assignmentId: seat.id } } });
  for (const leaf of leavesOf(found.form?.criteria ?? [])) {
    const cell = known.find((s) => s.criterionId === leaf.id);
    if (cell?.value) continue;
    const value = scoreValue(found.procedure, leaf, share);
    const problems = await run(M.SAVE_SCORE, {
      input: { assignmentId: seat.id, criterionId: leaf.id, value, comment: '', version: cell?.version ?? 0 },
    });
    if (problems.length > 0) return problems;
  }
  if (!seat.sheet?.recommendations) {
    const text = 'Покажите динамику результатов по годам и опишите, что изменилось в вашей работе.';
    const problems = await run(M.SAVE_RECOMMENDATIONS, {
      input: { assignmentId: seat.id, text, version: seat.sheet?.recommendationsVersion ?? 0 },
    });
    if (problems.length > 0) return problems;
  }
  return run(M.FINISH_SHEET, { id: seat.id });
};
