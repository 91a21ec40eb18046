import { createHash } from 'node:crypto';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { type Problem, problem } from '@/domain/problems';
import { once } from '../once';
import { pool } from '../prisma';
import { networkOf } from '../requestSource';

/** How often within how many minutes. An account is what findAccount found, known or not; an address may be a whole school, and of IPv6 it is a network. */
const LIMITS = {
  sign_in_account: { points: 20, minutes: 15 },
  sign_in_address: { points: 200, minutes: 15 },
  // Asked of whoever is signed in: strangers at the door use up none of it.
  own_password: { points: 20, minutes: 15 },
  // No limit: remembers for 90 days from where somebody signed in.
  sign_in_place: { points: 1, minutes: 90 * 24 * 60 },
  activation_account: { points: 20, minutes: 15 },
  // An address gets an account by asking: counted as it is written, the first try and the next are one counter.
  access_email: { points: 5, minutes: 60 },
  access_address: { points: 60, minutes: 60 },
  claim_account: { points: 5, minutes: 60 },
  reset_account: { points: 5, minutes: 60 },
  reset_address: { points: 60, minutes: 60 },
  print_account: { points: 60, minutes: 15 },
} as const;
export type Limit = keyof typeof LIMITS;

const limiter = (name: Limit): RateLimiterPostgres =>
  once(`limit.${name}`, () => {
    const { points, minutes } = LIMITS[name];
    return new RateLimiterPostgres({
      storeClient: pool(),
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: minutes * 60,
    });
  });

// The table holds no addresses of people, only their hashes.
const keyOf = (value: string): string => createHash('sha256').update(networkOf(value.trim().toLowerCase())).digest('base64url');

/** Whether a limit was used up; anything else is a fault. The limiter may come from another bundle, whose classes are not ours. */
const isUsedUp = (reason: unknown): reason is RateLimiterRes => typeof reason === 'object' && reason !== null && 'msBeforeNext' in reason;

/** Spends one try of each limit; a problem when one is used up. */
export async function spend(uses: readonly (readonly [Limit, string])[]): Promise<Problem[]> {
  const results = await Promise.allSettled(uses.map(([name, value]) => limiter(name).consume(keyOf(value))));
  const waits = results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (!isUsedUp(result.reason)) throw result.reason;
    return [Math.max(1, Math.ceil(result.reason.msBeforeNext / 60_000))];
  });
  return waits.length ? [problem('TOO_MANY_ATTEMPTS', [], { minutes: Math.max(...waits) })] : [];
}

const placeOf = (account: string, address: string): string => `${account} ${networkOf(address)}`;

/**
 * What tries of an account are counted by: itself; at an address from where its owner has signed in, the two together. A stranger who uses up
 * the account's tries over and over keeps him out there no longer.
 */
async function triesOf(account: string, address: string): Promise<string> {
  const place = placeOf(account, address);
  return (await limiter('sign_in_place').get(keyOf(place))) ? place : account;
}

/** Spends one try of signing in to an account, known or not. */
export const spendSignIn = async (account: string, address: string): Promise<Problem[]> =>
  spend([
    ['sign_in_account', await triesOf(account, address)],
    ['sign_in_address', address],
  ]);

/** Gives tries back to whoever signs in properly: he uses up nothing, and his address is known from now on. */
export async function giveBackSignIn(account: string, address: string): Promise<void> {
  await giveBack('sign_in_account', await triesOf(account, address));
  await limiter('sign_in_address').reward(keyOf(address), 1);
  await rememberPlace(account, address);
}

/** Notes that the owner of an account is at an address. */
export async function rememberPlace(account: string, address: string): Promise<void> {
  await limiter('sign_in_place').set(keyOf(placeOf(account, address)), 1, LIMITS.sign_in_place.minutes * 60);
}

/** Gives all tries of a limit back. */
export async function giveBack(name: Limit, value: string): Promise<void> {
  await limiter(name).delete(keyOf(value));
}

/** Takes at least so long, whatever was found: the time of an answer tells nothing about an account. */
export async function atLeast<T>(ms: number, work: Promise<T>): Promise<T> {
  const [result] = await Promise.allSettled([work, new Promise((done) => setTimeout(done, ms))]);
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
