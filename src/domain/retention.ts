import type { Action } from './procedure/actions';
import type { Procedure } from './procedure/shape';

/** Acts of the time after a decision: while one of their terms runs, nothing of the case's files is deleted. */
const AFTERWARDS: readonly Action[] = ['archive', 'appeal', 'uphold_appeal', 'reject_appeal'];

/** Ids of a procedure's terms of appeal and retention: those that lead into an archive or are the limit of an act of an appeal. */
export function retentionTerms({ deadlines, transitions }: Pick<Procedure, 'deadlines' | 'transitions'>): string[] {
  const limits = transitions.flatMap(({ action, deadline }) => (deadline && AFTERWARDS.includes(action) ? [deadline] : []));
  return [...new Set([...limits, ...deadlines.filter(({ onExpiry }) => onExpiry === 'archive').map(({ id }) => id)])];
}
