import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { tidyCode } from '@/domain/typed/code';
import { once } from '../once';

/** argon2id, the least the OWASP password storage guide asks for: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Characters that nobody mistakes for one another when typing them from a letter. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Hashes a password for storing. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

const nobody = (): Promise<string> => once('nobodysPassword', () => hashPassword(randomBytes(24).toString('base64')));

/** What is no hash at all (an account of the portal, one that was imported) opens nothing. */
export const hasPassword = (stored: string | null | undefined): boolean => stored?.startsWith('$argon2') ?? false;

/** Checks a password. Without an account it does the same work, so that the time of an answer tells nothing. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(stored && hasPassword(stored) ? stored : await nobody(), password);
  return right && Boolean(stored);
}

/** A one-time password as it may be copied or typed: with spaces around and within, in capitals. */
const ONE_TIME = new RegExp(`^[${READABLE}]{10}$`);

/** Checks the password of an account; a one-time one, which nobody has replaced yet, in any spelling that a copy leaves. */
export function verifyAccountPassword(account: OwnPassword | null, typed: string): Promise<boolean> {
  const copied = account?.passwordChosenAt === null ? tidyCode(typed) : '';
  return verifyPassword(account?.passwordHash, ONE_TIME.test(copied) ? copied : typed);
}
type OwnPassword = { passwordHash: string; passwordChosenAt: Date | null };

/** Random readable characters. */
export const readable = (length: number): string => Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join('');

/** A one-time password: ten characters, fifty bits. */
export const oneTimePassword = (): string => readable(10);
