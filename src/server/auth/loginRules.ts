import { type Problem, problem } from '@/domain/problems';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { prisma } from '../prisma';
import { DEMO_PREFIX } from './checkCredentials';

/** Reads like a SNILS or a telephone, however long. */
const NUMBER = /^[\d\s+._-]+$/;
const LOGIN_MIN = 3;
const LOGIN_MAX = TEXT_LIMITS.login;
const SHAPE = /^[\p{L}\d][\p{L}\p{M}\d._-]*$/u;

/** What is wrong with a login somebody chooses; one that reads like a SNILS, a telephone or a person of the demo is nobody's to take. */
export function loginProblems(login: string): Problem[] {
  if (!login) return [problem('REQUIRED', ['login'])];
  const faults: [string, boolean][] = [
    ['number', NUMBER.test(login)],
    ['address', login.includes('@')],
    ['spaces', /\s/.test(login)],
    ['short', login.length < LOGIN_MIN],
    ['long', login.length > LOGIN_MAX],
    ['reserved', login.startsWith(DEMO_PREFIX)],
    ['marks', !SHAPE.test(login)],
  ];
  const reason = faults.find(([, holds]) => holds)?.[0];
  return reason ? [problem('LOGIN_INVALID', ['login'], { reason, min: LOGIN_MIN, max: LOGIN_MAX })] : [];
}

/** Logins that begin like the taken one and are nobody's yet: at most three. */
async function freeLogins(login: string): Promise<string[]> {
  const base = login.slice(0, LOGIN_MAX - 3);
  const candidates = Array.from({ length: 30 }, (_, at) => `${base}${/\d$/.test(base) ? '.' : ''}${at + 2}`);
  const taken = await prisma.account.findMany({ where: { login: { in: candidates } }, select: { login: true } });
  return candidates.filter((one) => !taken.some((account) => account.login === one)).slice(0, 3);
}

/** Says that a login is taken, and which ones like it are free. */
export async function loginTaken(login: string): Promise<Problem> {
  const free = await freeLogins(login);
  return problem('LOGIN_TAKEN', ['login'], free.length ? { offer: free.join(', ') } : {});
}
