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
