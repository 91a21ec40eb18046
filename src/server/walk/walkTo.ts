import type { Action, ApplicationStatus } from '@/domain/procedure/vocabulary';
import { openActions } from '@/domain/workflow';
import { findCase } from '../facts';
import { prisma } from '../prisma';
import { type Step, type WalkOptions, walkCase } from './walk';

/** Acts that lead a case aside: a walk does them only when it is on its way there. */
const ASIDE: readonly Action[] = ['return_for_correction', 'refuse_intake', 'withdraw', 'request_information', 'restore'];

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
        ASIDE.includes(t.action) &&
        openActions(procedure, form, facts, t.actor).some((open) => open.action === t.action && open.problems.length === 0),
    );
    const step = await walkCase(applicationId, { ...options, ...(aside && aside.actor !== 'SYSTEM' && { action: aside.action }) });
    if (!step) throw new Error(`nothing is left to do in ${facts.status} on the way to ${target}`);
    if (step.problems.length > 0) throw new Error(`${step.role} ${step.action} in ${facts.status}: ${JSON.stringify(step.problems)}`);
    const after = await findCase(prisma, applicationId);
    await onStep(step, (after?.facts.status ?? facts.status) as ApplicationStatus);
  }
  throw new Error(`${target} was not reached`);
}
