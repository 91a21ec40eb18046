import { type Problem, problem } from '@/domain/problems';
import type { SessionInfo } from '../sessions';
import { hasPassword, verifyAccountPassword } from './passwords';
import { giveBack, spend } from './throttle';

/** So long it counts that somebody has shown who he is; real time. */
const FRESH_MS = 10 * 60_000;

/** Whether the person of a session has shown just now who he is, by the portal or by signing in. */
export const isFresh = ({ provenAt }: Pick<SessionInfo, 'provenAt'>): boolean =>
  provenAt !== null && Date.now() - provenAt.getTime() < FRESH_MS;

/**
 * Asks who acts before something that would give the account away: a session alone may be borrowed or forgotten. The answer is the present
 * password; where no password opens the account, a sign-in through the portal within the last ten minutes. (A letter's link is the third way,
 * and needs no session: passwordReset.ts.)
 */
export async function proveOwner(
  session: Pick<SessionInfo, 'provenAt'>,
  account: { id: string; passwordHash: string; passwordChosenAt: Date | null },
  current: string | null,
): Promise<Problem[]> {
  if (!hasPassword(account.passwordHash)) return isFresh(session) ? [] : [problem('PROOF_NEEDED')];
  if (!current) return [problem('REQUIRED', ['current'])];
  const throttled = await spend([['own_password', account.id]]);
  if (throttled.length) return throttled;
  if (!(await verifyAccountPassword(account, current))) return [problem('PASSWORD_WRONG', ['current'])];
  await giveBack('own_password', account.id);
  return [];
}
