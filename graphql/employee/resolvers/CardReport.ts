import type { CardDifference } from '@/domain/cardMatch';
import { differenceWords } from '@/server/cardWords';
import { prisma } from '@/server/prisma';
import type { CardReportResolvers } from './../../types.generated';

export const CardReport: CardReportResolvers = {
  id: ({ report }) => report.id,
  reportedAt: ({ report }) => report.createdAt,
  differences: ({ report, procedure }, _arg, { language }) =>
    differenceWords(prisma, procedure, report.differences as unknown as CardDifference[], language),
  closedAt: ({ report }) => report.closedAt,
  answer: ({ report }) => report.answer,
  canAnswer: ({ canAnswer }) => canAnswer,
};
