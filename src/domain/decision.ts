import { isIn, MEETING_AHEAD } from './case/groups';
import type { Day } from './days';
import { type Problem, problem } from './problems';
import type { Procedure } from './procedure/shape';
import type { MeetingStatus, Outcome, RecordAction, Role } from './procedure/vocabulary';
import { lengthProblems, TEXT_LIMITS } from './typed/limits';

/** The commission: quorum, votes and what they decide. */

export interface Attendance {
  members: number;
  present: number;
}
export interface Votes {
  for: number;
  against: number;
  abstained: number;
}
export interface MeetingState {
  date: Day;
  status: MeetingStatus;
}

/** Whether enough members are in (as a rule two thirds). */
export function hasQuorum(
  procedure: { decision: { quorum: Omit<Procedure['decision']['quorum'], 'source'> } },
  { members, present }: Attendance,
): boolean {
  const { need, of, minMembers } = procedure.decision.quorum;
  return members >= minMembers && present <= members && present * of >= members * need;
}

const MAX_MEMBERS = 999;
const whole = (n: number) => Number.isInteger(n) && n >= 0;

/** What keeps a meeting from being recorded as held. */
export function holdProblems(procedure: Procedure, meeting: MeetingState, today: Day, attendance: Attendance): Problem[] {
  const { minMembers } = procedure.decision.quorum;
  if (!isIn(meeting.status, MEETING_AHEAD)) return [problem('MEETING_HELD')];
  if (today < meeting.date) return [problem('MEETING_NOT_DUE', [], { date: meeting.date })];
  const { members, present } = attendance;
  const among = whole(members) && members >= minMembers && members <= MAX_MEMBERS;
  const most = among ? members : MAX_MEMBERS;
  const wrong = [
    ...(among ? [] : [problem('VALUE_OUT_OF_RANGE', ['input', 'members'], { min: minMembers, max: MAX_MEMBERS })]),
    ...(whole(present) && present <= most ? [] : [problem('VALUE_OUT_OF_RANGE', ['input', 'present'], { min: 0, max: most })]),
  ];
  if (wrong.length > 0) return wrong;
  return hasQuorum(procedure, attendance) ? [] : [problem('QUORUM_MISSING', ['input', 'present'])];
}

/** What a vote decides: the simple majority, a tie as the procedure says (as a rule for the teacher). */
export function outcomeOf(procedure: { decision: Pick<Procedure['decision'], 'tie'> }, votes: Votes): Outcome {
  if (votes.for === votes.against) return procedure.decision.tie;
  return votes.for > votes.against ? 'establish' : 'refuse';
}

/** What is wrong with a vote; a decision that differs from the experts' result needs a text. */
export function voteProblems(
  procedure: Procedure,
  votes: Votes,
  present: number | null,
  expertsPassed: boolean | null,
  text: string,
): Problem[] {
  const counts = { votesFor: votes.for, votesAgainst: votes.against, votesAbstained: votes.abstained };
  const wrong = Object.entries(counts).filter(([, count]) => !whole(count));
  if (wrong.length > 0) return wrong.map(([field]) => problem('NUMBER_INVALID', ['input', field], { kind: 'whole' }));
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  if (total === 0) return [problem('REQUIRED', ['input', 'votesFor'])];
  if (present !== null && total > present) return [problem('TOO_MANY_VOTES', ['input', 'votesFor'], { max: present })];
  const long = lengthProblems(text, TEXT_LIMITS.reason, ['input', 'text']);
  if (long.length > 0) return long;
  const differs = expertsPassed !== null && expertsPassed !== (outcomeOf(procedure, votes) === 'establish');
  return differs && !text.trim() ? [problem('REASON_REQUIRED', ['input', 'text'])] : [];
}

/** The acts of a role on a meeting with what still keeps them closed. */
export function openMeetingActions(meeting: MeetingState, role: Role, today: Day): { action: RecordAction; problems: Problem[] }[] {
  if (role !== 'SECRETARY' || !isIn(meeting.status, MEETING_AHEAD)) return [];
  return [{ action: 'hold_meeting', problems: today < meeting.date ? [problem('MEETING_NOT_DUE', [], { date: meeting.date })] : [] }];
}

/** The acts of a role that concern no meeting yet. */
export const openCommissionActions = (role: Role): { action: RecordAction; problems: Problem[] }[] =>
  role === 'SECRETARY' ? [{ action: 'plan_meeting', problems: [] }] : [];

/** What keeps a meeting from being planned on a day. */
export function planProblems(procedure: Procedure, step: string, date: Day, today: Day): Problem[] {
  if (!procedure.decision.steps.includes(step)) return [problem('VALUE_NOT_LISTED', ['input', 'step'])];
  return date < today ? [problem('DATE_IN_PAST', ['input', 'date'])] : [];
}
