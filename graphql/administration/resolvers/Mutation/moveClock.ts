import { problem } from '@/domain/problems';
import { writeAudit } from '@/server/audit';
import { aheadMs, moveClock as moveBusinessClock } from '@/server/clock';
import { getViewerAs } from '@/server/context';
import { env } from '@/server/env';
import { enqueueTermWatch } from '@/server/jobs/queue';
import { prisma } from '@/server/prisma';
import type { MutationResolvers } from './../../../types.generated';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_DAYS = 400;

export const moveClock: NonNullable<MutationResolvers['moveClock']> = async (_parent, { input }, context) => {
  const viewer = getViewerAs(context, 'ADMINISTRATOR');
  if (env.DEMO !== '1') return { problems: [problem('DEMO_ONLY')] };
  const days = input.reset ? 0 : (input.days ?? 0);
  if (!input.reset && (days < 1 || days > MAX_DAYS))
    return { problems: [problem('VALUE_OUT_OF_RANGE', ['input', 'days'], { min: 1, max: MAX_DAYS })] };
  await moveBusinessClock(input.reset ? 0 : aheadMs() + days * DAY_MS);
  await writeAudit(prisma, viewer, { action: 'move_clock', objectType: 'Setting', objectId: 'clock', data: { days } });
  await enqueueTermWatch();
  return { problems: [], clock: {} };
};
