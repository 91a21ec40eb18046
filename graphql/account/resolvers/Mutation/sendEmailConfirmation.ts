import { sendConfirmation } from '@/server/auth/registerAccount';
import { spend } from '@/server/auth/throttle';
import { getViewer } from '@/server/context';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { MutationResolvers } from './../../../types.generated';

export const sendEmailConfirmation: NonNullable<MutationResolvers['sendEmailConfirmation']> = async (_parent, _args, context) => {
  const { accountId, regionId } = getViewer(context);
  const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  const throttled = await spend([['access_email', account.email ?? account.id]]);
  if (throttled.length) return { problems: throttled };
  const { procedure } = await getCurrentProcedure(regionId);
  if (!account.emailVerifiedAt) await prisma.$transaction((tx) => sendConfirmation(tx, { regionId, procedure, account }));
  return { problems: [] };
};
