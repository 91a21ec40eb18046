import { problem } from '@/domain/problems';
import { sendConfirmation } from '@/server/auth/registerAccount';
import { accountRule } from '@/server/auth/roles';
import { spend } from '@/server/auth/throttle';
import { getViewer } from '@/server/context';
import { forbidden } from '@/server/errors';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import type { MutationResolvers } from './../../../types.generated';

export const sendEmailConfirmation: NonNullable<MutationResolvers['sendEmailConfirmation']> = async (_parent, _args, context) => {
  const { accountId, regionId, role } = getViewer(context);
  const { procedure } = await getCurrentProcedure(regionId);
  // Elsewhere the letter of this event says something else: an address is confirmed where people register themselves.
  if (accountRule(procedure, role)?.mode !== 'self_registration') return forbidden();
  const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  if (!account.email) return { problems: [problem('REQUIRED', ['email'])] };
  const throttled = await spend([['access_email', account.email]]);
  if (throttled.length) return { problems: throttled };
  if (!account.emailVerifiedAt) await prisma.$transaction((tx) => sendConfirmation(tx, { regionId, procedure, account }));
  return { problems: [] };
};
