import type { Procedure } from './procedure/shape';
import type { ApplicationStatus } from './procedure/vocabulary';

const BEFORE_ADMISSION: readonly ApplicationStatus[] = ['DRAFT', 'SUBMITTED', 'RETURNED', 'REGISTERED', 'UNDER_REVIEW', 'AWAITING_INFO'];

/** The commission's step a case is heading for: with two steps the first until it is admitted, then the last. */
export function stepAtHand(procedure: Procedure, status: ApplicationStatus): string {
  const steps = procedure.decision.steps;
  const step = BEFORE_ADMISSION.includes(status) ? steps[0] : steps[steps.length - 1];
  return step ?? 'final';
}
