import { publicStatusLabel, roleLabel } from '@/domain/labels';
import { problem } from '@/domain/problems';
import { ACTIONS, RECORD_ACTIONS } from '@/domain/procedure/vocabulary';
import { aheadMs, moveClock, now } from '@/server/clock';
import { getViewer } from '@/server/context';
import { env } from '@/server/env';
import { notFound } from '@/server/errors';
import { findCase } from '@/server/facts';
import { enqueueTermWatch } from '@/server/jobs/queue';
import { prisma } from '@/server/prisma';
import { visibleApplications } from '@/server/visibility';
import type { MutationResolvers } from './../../../types.generated';

const ACTS = [...ACTIONS, ...RECORD_ACTIONS];

export const walkApplication: NonNullable<MutationResolvers['walkApplication']> = async (_parent, { input }, context) => {
  const where = { AND: [visibleApplications(getViewer(context)), { id: input.id }] };
  const { id } = (await prisma.application.findFirst({ where, select: { id: true } })) ?? notFound();
  if (env.DEMO !== '1') return { problems: [problem('DEMO_ONLY')] };
  const action = ACTS.find((known) => known === input.action);
  if (input.action && !action) return { problems: [problem('VALUE_NOT_LISTED', ['input', 'action'])] };
  // The walk acts through the API whose part this field is: it is loaded when it is asked for.
  const { walkCase } = await import('@/server/walk/walk');
  let step: Awaited<ReturnType<typeof walkCase>>;
  try {
    step = await walkCase(id, { ...(action && { action }), goTo: input.moveClock ? goTo : askToGo });
  } catch (error) {
    if (!(error instanceof ClockAsked)) throw error;
    const days = Math.ceil((error.instant.getTime() - now().getTime()) / DAY_MS);
    return { problems: [], movesClockTo: error.instant, movesClockDays: days };
  }
  if (!step) return { problems: [] };
  const { procedure, facts } = (await findCase(prisma, id)) ?? notFound();
  const { language } = context;
  const told = {
    action: step.action,
    roleLabel: roleLabel(procedure, step.role, language),
    statusLabel: publicStatusLabel(procedure, facts, language),
  };
  return { problems: step.problems, step: step.problems.length > 0 ? null : told };
};

const DAY_MS = 86_400_000;

/** A step that needs a later day, stopped before anybody's clock was moved. */
class ClockAsked extends Error {
  constructor(readonly instant: Date) {
    super('the clock would have to be moved');
  }
}

/** Stops a walk that would move the clock. */
async function askToGo(instant: Date): Promise<void> {
  if (instant.getTime() > now().getTime()) throw new ClockAsked(instant);
}

/** The demo's clock only goes forward. */
async function goTo(instant: Date): Promise<void> {
  const further = instant.getTime() - now().getTime();
  if (further <= 0) return;
  await moveClock(aheadMs() + further);
  await enqueueTermWatch();
}
