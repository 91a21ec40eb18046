import type { ActWrite } from '@/server/perform';

/** An account that was opened by e-mail has no name yet: the first application that is sent gives it one. */
export const nameAccount: ActWrite = async (tx, { application }) => {
  const { accountId, lastName, firstName, patronymic } = application;
  await tx.account.updateMany({ where: { id: accountId, lastName: '' }, data: { lastName, firstName, patronymic } });
  return undefined;
};
