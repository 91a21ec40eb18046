import {
  ChangePasswordDocument,
  IssueAccountDocument,
  type IssueAccountInput,
  RemoveRoleDocument,
  ReopenAccountDocument,
  RequestAccessDocument,
  RequestPasswordResetDocument,
  ResetLinkDocument,
  ResetPasswordDocument,
} from '@/gql/graphql';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { SECRET_MARK } from '@/server/mail/letters';
import { prisma } from '@/server/prisma';
import { unseal } from '@/server/seal';
import { dataOf } from '@/testing/viewers';

/** The screens' own documents, run as somebody. */
export const requestAccess = async (context: GraphQLContext, email: string) =>
  dataOf(await execute(RequestAccessDocument, { email }, context)).requestAccess;
export const requestPasswordReset = async (context: GraphQLContext, login: string) =>
  dataOf(await execute(RequestPasswordResetDocument, { login }, context)).requestPasswordReset;
export const resetPassword = async (context: GraphQLContext, token: string, next: string, keepIdentities: string[] = []) =>
  dataOf(await execute(ResetPasswordDocument, { input: { token, next, keepIdentities } }, context)).resetPassword;
export const isLinkOpen = async (context: GraphQLContext, token: string) =>
  dataOf(await execute(ResetLinkDocument, { token }, context)).passwordResetOpen;
export const changePassword = (context: GraphQLContext, next: string, current?: string) =>
  execute(ChangePasswordDocument, { input: { next, current: current ?? null } }, context);
export const issueAccount = (context: GraphQLContext, input: IssueAccountInput) => execute(IssueAccountDocument, { input }, context);
export const removeRole = (context: GraphQLContext, id: string) => execute(RemoveRoleDocument, { id }, context);
export const reopenAccount = (context: GraphQLContext, id: string) => execute(ReopenAccountDocument, { id }, context);

/** Letters to an address, the oldest first. */
export const lettersTo = (email: string) => prisma.notification.findMany({ where: { email }, orderBy: { id: 'asc' } });

/** What a letter carries when it leaves, and that the stored one does not show it. */
export async function secretTo(email: string): Promise<string> {
  const letter = (await lettersTo(email)).at(-1);
  if (!letter?.secret) throw new Error(`no secret to ${email}`);
  const secret = unseal('letter secret', letter.secret);
  if (letter.body.includes(secret) || !letter.body.includes(SECRET_MARK)) throw new Error('the stored letter shows its secret');
  return secret;
}

export const accountOf = (email: string) =>
  prisma.account.findUniqueOrThrow({ where: { email }, include: { roles: true, sessions: true } });
