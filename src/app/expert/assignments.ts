import { readFragment } from '@/gql';
import { type AssignmentTable_AssignmentFragment, type Term_DeadlineFragment, Term_DeadlineFragmentDoc } from '@/gql/graphql';

export type Assignment = AssignmentTable_AssignmentFragment;

const ACTS = ['confirm_participation', 'start_scoring', 'save_score', 'attach_conclusion'];

/** Whether the case waits for the expert now: his answer to an invitation, or his scores. */
export const waits = (assignment: Assignment): boolean => assignment.viewerActions.some((act) => act.open && ACTS.includes(act.action));
/** Whether he is still to say that he takes part. */
export const isInvited = (assignment: Assignment): boolean =>
  assignment.viewerActions.some((act) => act.open && act.action === 'confirm_participation');

export const termOf = (assignment: Assignment): Term_DeadlineFragment | null =>
  readFragment(Term_DeadlineFragmentDoc, assignment.deadline) ?? null;

/** Working days before the end from which a term is called close. */
const SOON = 3;
export const isSoon = (assignment: Assignment): boolean => waits(assignment) && (termOf(assignment)?.daysLeft ?? SOON + 1) <= SOON;

/** What waits first, by term; then what is still to come. */
export function byUrgency(assignments: readonly Assignment[]): Assignment[] {
  const end = (assignment: Assignment) => termOf(assignment)?.untilDate ?? '9';
  return [...assignments].sort((a, b) => Number(waits(b)) - Number(waits(a)) || end(a).localeCompare(end(b)));
}
