import { aheadMs, now } from '@/server/clock';
import { env } from '@/server/env';
import type { ClockResolvers } from './../../types.generated';

export const Clock: ClockResolvers = {
  now: () => now(),
  movable: () => env.DEMO === '1',
  aheadDays: () => Math.round(aheadMs() / (24 * 60 * 60 * 1000)),
};
