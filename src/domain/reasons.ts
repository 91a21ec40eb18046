import { type Problem, problem } from './problems';
import type { Procedure, Reason, ReasonedAct } from './procedure/shape';
import type { Action, RecordAction } from './procedure/vocabulary';
import { lengthProblems, TEXT_LIMITS } from './typed/limits';

/** Reasons: chosen from the procedure's list, explained in words; some may never be a reason. */

export const MAX_REASON = TEXT_LIMITS.reason;
const MIN_WORDS = 3;

/** The list of reasons the procedure gives for an act; empty where the act has none. */
export function reasonsFor(procedure: Procedure, act: Action | RecordAction): Reason[] {
  return procedure.reasons[act as ReasonedAct] ?? [];
}

/** Acts whose reason must be chosen from the list and explained. */
const LISTED: readonly (Action | RecordAction)[] = ['refuse_intake', 'return_for_correction'];
/** Acts that need a reason in words; a list, where there is one, only helps. */
const EXPLAINED: readonly (Action | RecordAction)[] = [
  'reopen_review',
  'reopen_sheet',
  'dispute_employer',
  'escalate_employer',
  'confirm_employer_on_paper',
  'return_employer_paper',
  'declare_conflict',
  'waive_conflict',
  'replace_expert',
  'decline_withdrawal',
];

/** Whether an act asks for a reason at all. */
export function reasonRequired(procedure: Procedure, act: Action | RecordAction): boolean {
  if (act === 'withdraw' || act === 'form_withdrawal') return procedure.application.withdrawal.reasonRequired;
  if (act === 'decline_assignment') return true;
  return LISTED.includes(act) || EXPLAINED.includes(act);
}

/** What is wrong with a reason: missing, not in the list, or one that the law forbids (Order 196 and its official explanation). */
export function reasonProblems(
  procedure: Procedure,
  act: Action | RecordAction,
  reason: { id: string | null; text: string } | undefined,
): Problem[] {
  const list = reasonsFor(procedure, act);
  const text = reason?.text.trim() ?? '';
  const known = list.some((r) => r.id === reason?.id);
  if (reason?.id && !known) return [problem('REASON_NOT_ALLOWED', ['input', 'reason'])];
  const long = lengthProblems(text, TEXT_LIMITS.reason, ['input', 'reasonText']);
  if (long.length > 0) return long;
  if (act === 'refuse_intake' && isForbiddenReason(text)) return [problem('REASON_FORBIDDEN', ['input', 'reasonText'])];
  if (!reasonRequired(procedure, act)) return [];
  if (LISTED.includes(act)) {
    if (!known) return [problem('REASON_REQUIRED', ['input', 'reason'])];
    return text.split(/\s+/).filter(Boolean).length < MIN_WORDS ? [problem('REASON_REQUIRED', ['input', 'reasonText'])] : [];
  }
  // Without a list the words are all there is: the sentence must not send anybody to one.
  return text || known ? [] : [problem('REASON_REQUIRED', ['input', 'reason'], list.length === 0 ? { count: 0 } : {})];
}

/**
 * Words of the four grounds that may never refuse an application: the diploma's profile, parental leave, a break in
 * teaching, a short time with the employer (Order 196, official explanation). The list never offers them; this catches
 * the plain wordings in the free text, a person still judges the rest.
 */
const FORBIDDEN = [
  /(диплом|образовани)[а-яё]*.{0,40}(не соответству|непрофильн|не по профилю|друго[а-яё]* профил)|непрофильн[а-яё]* (диплом|образован)/iu,
  /отпуск[а-яё]*.{0,20}по уходу|декрет/iu,
  /перерыв[а-яё]*.{0,40}(работ|стаж|деятельност|преподав)/iu,
  /(мал[а-яё]*|коротк[а-яё]*|недостаточн[а-яё]*|небольш[а-яё]*|меньше|менее).{0,40}(стаж|врем[а-яё]* работ|срок[а-яё]* работ|работает в (организации|школе))/iu,
];

/** Whether a refusal's text plainly rests on a ground the law forbids. */
export function isForbiddenReason(text: string): boolean {
  return FORBIDDEN.some((pattern) => pattern.test(text));
}
