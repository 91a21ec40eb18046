import { type Problem, problem } from '@/domain/problems';
import { writeAudit } from '@/server/audit';
import { issueActivation } from '@/server/auth/activation';
import { getViewerAs } from '@/server/context';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';
import { getCardProcedure } from '../../employees';
import { lockCard } from '../../lockCard';

export const reissueActivation: NonNullable<MutationResolvers['reissueActivation']> = async (_parent, { employeeId }, context) => {
  const viewer = getViewerAs(context, 'SCHOOL_HR');
  const procedure = await getCardProcedure(viewer);
  const { regionId } = viewer;
  return prisma.$transaction(async (tx) => {
    const refused = (...problems: Problem[]) => ({ problems, activationCode: null });
    const { employee } = await lockCard(tx, viewer, employeeId, procedure);
    if (employee.dismissedAt) return refused(problem('EMPLOYEE_DISMISSED'));
    const account = employee.accountId ? await tx.account.findUnique({ where: { id: employee.accountId } }) : null;
    // Whoever holds the code holds the account: only the school that opened it gives another, the next one once he has left that.
    const first =
      account &&
      (await tx.employee.findFirst({ where: { accountId: account.id, dismissedAt: null }, orderBy: { id: 'asc' }, select: { id: true } }));
    if (!account || account.passwordChosenAt || first?.id !== employee.id) return refused(problem('NOT_YOUR_MOVE'));
    const activationCode = await issueActivation(tx, { regionId, procedure, account, by: viewer.accountId });
    await writeAudit(tx, viewer, { action: 'reissue_activation', objectType: 'Account', objectId: account.id });
    return { problems: [], activationCode };
  });
};
