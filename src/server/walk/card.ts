import { formFor } from '@/domain/procedure/document';
import { prisma } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import * as M from './documents';
import { entryValue } from './values';
import type { Move } from './walk';

/** The school enters the teacher as its employee where it has not, fills the card in and confirms it. */
export const confirmCard: Move = async ({ found, act }) => {
  const { regionId, accountId, organisationId, positionId } = found.application;
  const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  const where = { regionId, accountId, organisationId: organisationId ?? '', positionId };
  let employee = await prisma.employee.findFirst({ where, include: { card: { include: { entries: true } } } });
  if (!employee) {
    const { lastName, firstName, patronymic, snils, sex } = account;
    const input = { lastName, firstName, patronymic, snils, sex: sex ?? 'female', positionId };
    const { problems } = await act(M.CREATE_EMPLOYEE, { input }, { role: 'SCHOOL_HR' });
    if (problems.length > 0) return problems;
    employee = await prisma.employee.findFirstOrThrow({ where, include: { card: { include: { entries: true } } } });
  }
  // A card is of the school, not of the case: it is written by the newest form, whatever version the case goes by.
  const form = formFor((await getCurrentProcedure(regionId)).procedure, positionId);
  for (const section of form?.sections ?? []) {
    for (const indicator of section.indicators) {
      if (employee.card?.entries.some((entry) => entry.indicatorId === indicator.id && entry.removedAt === null)) continue;
      const role = section.filledBy === 'SCHOOL_DEPUTY' ? 'SCHOOL_DEPUTY' : 'SCHOOL_HR';
      const input = { employeeId: employee.id, indicatorId: indicator.id, value: form && entryValue(form, indicator) };
      const { problems } = await act(M.SAVE_CARD_ENTRY, { input }, { role });
      if (problems.length > 0) return problems;
    }
  }
  return (await act(M.CONFIRM_CARD, { id: employee.id }, { role: 'SCHOOL_HR' })).problems;
};

/** The deputy head looks the card through. */
export const checkCard: Move = async ({ found: { application }, act }) => {
  const { regionId, accountId, organisationId, positionId } = application;
  const where = { regionId, accountId, organisationId: organisationId ?? '', positionId, dismissedAt: null };
  const employee = await prisma.employee.findFirstOrThrow({ where });
  return (await act(M.CHECK_CARD, { id: employee.id }, { role: 'SCHOOL_DEPUTY' })).problems;
};
