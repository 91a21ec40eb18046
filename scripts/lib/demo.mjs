import path from 'node:path';
import { StepFailure } from './steps.mjs';

/** Present where the local database was made for a site without a demo: then no later start makes it one by itself. It goes along with a backup. */
export const withoutDemoMark = (folder) => path.join(folder, 'without-demo');

/**
 * Whether this start is a demo: invented people, one-press sign-in in every role, a movable clock. By default it is one over data of our
 * own making only; over anybody's real data only `--demo` makes it one.
 * @param {object} start
 * @param {string | undefined} start.asked value of DEMO
 * @param {boolean} start.flag whether `--demo` was given
 * @param {string[]} start.outside names of the variables that point to somebody's database or store
 * @param {boolean} start.real the local data were begun without a demo
 */
export function decideDemo({ asked, flag, outside, real }) {
  const own =
    outside.length > 0 ? `${outside.join(' and ')} point elsewhere` : real ? 'the local data were begun without a demo' : undefined;
  if (flag && asked === '0') throw new StepFailure('--demo and DEMO=0 contradict each other', 'leave one of them out');
  if (flag || (!own && asked !== '0')) return true;
  if (asked === '1')
    throw new StepFailure(
      `DEMO=1 fills in invented people and lets everybody sign in as any of them, and ${own}`,
      'unset DEMO for a site without a demo; where a demo is meant say so: npm run up -- --demo',
    );
  return false;
}

/** Names of the variables that point to a database or store that is not ours to fill or empty. */
export const outsideServices = (env = process.env) => ['DATABASE_URL', 'S3_ENDPOINT'].filter((name) => env[name]);
