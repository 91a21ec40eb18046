import { problem } from '@/domain/problems';
import { lengthProblems, TEXT_LIMITS } from '@/domain/typed/limits';
import { answerReport, lockReported } from '@/server/cardReports';
import { now } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { notFound } from '@/server/errors';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { getCardProcedure, getEmployee } from '../../employees';

const SHORTEST = 3;

export const answerCardReport: NonNullable<MutationResolvers['answerCardReport']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'SCHOOL_HR');
  await getCardProcedure(viewer);
  const answer = input.answer.trim();
  const { employeeId } = (await prisma.cardReport.findUnique({ where: { id: input.reportId } })) ?? notFound();
  const employee = await getEmployee(viewer, employeeId);
  if (answer.length < SHORTEST) return { problems: [problem('REQUIRED', ['answer'])], employee };
  const long = lengthProblems(answer, TEXT_LIMITS.cardAnswer, ['answer']);
  if (long.length) return { problems: long, employee };
  const problems = await prisma.$transaction(async (tx) => {
    const report = (await lockReported(tx, employeeId)).find(({ id }) => id === input.reportId);
    if (!report) return [problem('CARD_REPORT_CLOSED')];
    await answerReport(tx, viewer, report, answer, now());
    return [];
  });
  return { problems, employee: await getEmployee(viewer, employeeId) };
};
