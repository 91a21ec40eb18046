import { machineLabel, toneOf } from '@/domain/labels';
import { notFound } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import type { WithdrawalResolvers } from './../../types.generated';

type Row = { applicationId: string; application?: { procedureVersionId: string } };
const versionOf = async ({ applicationId, application }: Row): Promise<string> => {
  const known =
    application ?? (await prisma.application.findUnique({ where: { id: applicationId }, select: { procedureVersionId: true } }));
  return (known ?? notFound()).procedureVersionId;
};

/** The withdrawal of a case that has passed its filter. */
export const Withdrawal: Pick<
  WithdrawalResolvers,
  'application' | 'decidedAt' | 'declineReason' | 'sentAt' | 'statusLabel' | 'statusTone'
> = {
  application: async ({ applicationId, application }) =>
    application ?? prisma.application.findUniqueOrThrow({ where: { id: applicationId } }),
  statusLabel: async (row, _arg, { language }) =>
    machineLabel(await getProcedure(await versionOf(row)), 'withdrawal', row.status, language),
  statusTone: ({ status }) => toneOf('withdrawal', status),
};
