import { machineLabel, roleLabel, toneOf } from '@/domain/labels';
import type { ActorRole } from '@/domain/procedure/vocabulary';
import { notFound } from '@/server/errors';
import { fullName } from '@/server/fullName';
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
  'application' | 'author' | 'decidedAt' | 'declineReason' | 'sentAt' | 'statusLabel' | 'statusTone'
> = {
  application: async ({ applicationId, application }) =>
    application ?? prisma.application.findUniqueOrThrow({ where: { id: applicationId } }),
  author: async ({ applicationId, formedById }, _arg, { language, loaders }) => {
    const { accountId, municipalityId, procedureVersionId } = await prisma.application.findUniqueOrThrow({ where: { id: applicationId } });
    if (!formedById || formedById === accountId) return null;
    const [account, line, place] = await Promise.all([
      prisma.account.findUniqueOrThrow({ where: { id: formedById } }),
      prisma.timelineEntry.findFirst({ where: { applicationId, kind: 'form_withdrawal', actorId: formedById }, orderBy: { id: 'desc' } }),
      municipalityId ? loaders.municipality.load(municipalityId) : null,
    ]);
    const role = line ? roleLabel(await getProcedure(procedureVersionId), line.actorRole as ActorRole, language) : '';
    return { fullName: fullName(account), roleLabel: [role, place?.name].filter(Boolean).join(', ') };
  },
  statusLabel: async (row, _arg, { language }) =>
    machineLabel(await getProcedure(await versionOf(row)), 'withdrawal', row.status, language),
  statusTone: ({ status }) => toneOf('withdrawal', status),
};
