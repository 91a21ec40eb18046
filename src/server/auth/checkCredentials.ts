import { type Problem, problem } from '@/domain/problems';
import { writeAudit } from '../audit';
import { now, refreshClock } from '../clock';
import { env } from '../env';
import { prisma } from '../prisma';
import { findAccount } from './findAccount';
import { verifyAccountPassword } from './passwords';
import { giveBackSignIn, spendSignIn } from './throttle';

export type CredentialsVerdict = { accountId: string } | { problems: Problem[] };

/**
 * Checks a login (or e-mail) and a password. Known and unknown accounts are answered alike, in the same time; that an account is closed or
 * its one-time password has ended is said only to who knows the password.
 */
export async function checkCredentials(login: string, password: string, address: string): Promise<CredentialsVerdict> {
  const { accountId = null, ...verdict } = await judge(login, password, address);
  if (!verdict.problems) return { accountId: accountId as string };
  const code = verdict.problems[0]?.code ?? 'CREDENTIALS_WRONG';
  // What was typed is not kept: people type passwords there. Tries beyond the limit leave no line, or a stranger could fill the trail.
  if (code !== 'TOO_MANY_ATTEMPTS') {
    const about = accountId ? { objectType: 'Account', objectId: accountId } : { objectType: 'Login', objectId: 'unknown' };
    await writeAudit(prisma, null, { action: 'sign_in_failed', ...about, data: { code }, source: { address } });
  }
  return { problems: verdict.problems };
}

/** The verdict, with the account that was meant. */
async function judge(login: string, password: string, address: string): Promise<{ accountId?: string; problems?: Problem[] }> {
  const { account, key } = await findAccount(login);
  const throttled = await spendSignIn(key, address);
  if (throttled.length) return { problems: throttled };
  await refreshClock();
  const right = await verifyAccountPassword(account, password);
  const meant = account ? { accountId: account.id } : {};
  if (!account || !right) return { ...meant, problems: [problem('CREDENTIALS_WRONG')] };
  await giveBackSignIn(key, address);
  const unused = account.passwordChosenAt === null;
  if (unused && (account.lockedAt || (account.passwordExpiresAt && account.passwordExpiresAt <= now()))) {
    return { ...meant, problems: [problem('CREDENTIALS_EXPIRED')] };
  }
  return account.lockedAt ? { ...meant, problems: [problem('ACCOUNT_LOCKED')] } : meant;
}

/** Logins behind the cards of the demo's sign-in page begin so; nobody else can take one. */
export const DEMO_PREFIX = 'demo-';

/** The account behind a card of the demo's sign-in page, or null: there is no such door outside a demo. */
export async function findDemoAccount(login: string): Promise<string | null> {
  if (env.DEMO !== '1' || !login.startsWith(DEMO_PREFIX)) return null;
  const account = await prisma.account.findFirst({ where: { login, demo: true, lockedAt: null }, select: { id: true } });
  return account?.id ?? null;
}
