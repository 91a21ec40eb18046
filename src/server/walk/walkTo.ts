import { leadsOnward } from '@/domain/case/actTable';
import type { Facts } from '@/domain/case/facts';
import type { Procedure } from '@/domain/procedure/shape';
import type { ApplicationStatus, RecordAction } from '@/domain/procedure/vocabulary';
import { answersToReach, openActions } from '@/domain/workflow';
import { findCase } from '../facts';
import { prisma } from '../prisma';
import { type Step, type WalkOptions, walkCase } from './walk';

/** The next step of a withdrawal that is registered by a person; none where the teacher's word is enough or the status lets nobody withdraw. */
function withdrawing(procedure: Procedure, { status, withdrawal }: Facts): RecordAction | undefined {
  const may = procedure.statuses.application.find((words) => words.status === status)?.may ?? [];
  if (!procedure.application.withdrawal.needsRegistration || !may.includes('withdraw')) return undefined;
  const steps: Partial<Record<string, RecordAction>> = {
    FORMED: 'attach_withdrawal',
    ATTACHED: 'send_withdrawal',
    SENT: 'register_withdrawal',
  };
  return steps[withdrawal ?? ''] ?? 'form_withdrawal';
}

/** Walks a case until it stands in a status; tells every step, and throws when a step is refused or nothing is left to do. */
export async function walkTo(
  applicationId: string,
  target: ApplicationStatus,
  options: WalkOptions = {},
  onStep: (step: Step, status: ApplicationStatus) => Promise<void> | void = () => {},
): Promise<void> {
  for (let round = 0; round < 80; round += 1) {
    const found = await findCase(prisma, applicationId);
    if (!found) throw new Error(`no case ${applicationId}`);
    const { procedure, form, facts } = found;
    if (facts.status === target) return;
    const aside = procedure.transitions.find(
      (t) =>
        t.from === facts.status &&
        t.to === target &&
        // What leads elsewhere than onward is done only on the way there.
        !leadsOnward(t.action) &&
        t.actor !== 'SYSTEM' &&
        openActions(procedure, form, facts, t.actor).some((open) => open.action === t.action && open.problems.length === 0),
    );
    const action = target === 'WITHDRAWN' ? (withdrawing(procedure, facts) ?? aside?.action) : aside?.action;
    const wishes = { ...answersToReach(procedure, target), ...options.wishes };
    const step = await walkCase(applicationId, { ...options, wishes, ...(action && { action }) });
    if (!step) throw new Error(`nothing is left to do in ${facts.status} on the way to ${target}`);
    if (step.problems.length > 0) throw new Error(`${step.role} ${step.action} in ${facts.status}: ${JSON.stringify(step.problems)}`);
    const after = await findCase(prisma, applicationId);
    await onStep(step, (after?.facts.status ?? facts.status) as ApplicationStatus);
  }
  throw new Error(`${target} was not reached`);
}
