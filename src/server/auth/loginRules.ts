import { type Problem, problem } from '@/domain/problems';
import { DEMO_PREFIX } from './checkCredentials';

/** Reads like a SNILS or a telephone, however long. */
const NUMBER = /^[\d\s+._-]+$/;
const SHAPE = /^[\p{L}\d][\p{L}\d._-]{2,39}$/u;

/** A login as it is stored: small letters, no spaces around. */
export const tidyLogin = (typed: string): string => typed.normalize('NFC').trim().toLowerCase();

/** What is wrong with a login somebody chooses; one that reads like a SNILS, a telephone or a person of the demo is nobody's to take. */
export function loginProblems(login: string): Problem[] {
  if (!login) return [problem('REQUIRED', ['login'])];
  const reserved = NUMBER.test(login) || login.startsWith(DEMO_PREFIX);
  return SHAPE.test(login) && !reserved ? [] : [problem('VALUE_INVALID', ['login'])];
}
