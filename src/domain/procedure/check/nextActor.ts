import { leadsOnward } from '../../case/actTable';
import { schedulersOf } from '../../schedule';
import type { Transition } from '../shape';
import { type Action, type ActorRole, type ApplicationStatus, type Guard, isClosed } from '../vocabulary';
import type { Checked, Report } from './fault';

type File = Checked['file'];
const does = (p: File, action: Action) => p.transitions.some((t) => t.action === action);
const answered = (p: File) => [...(p.employerConfirmation.answeredBy ?? []), ...(p.employerConfirmation.signers ?? [])].length > 0;

/** What a region must have so that somebody can open a gate; a gate that is not named here can be opened in every region. */
const OPENABLE: Partial<Record<Guard, (p: File) => boolean>> = {
  card_confirmed: (p) => p.roles.some((r) => r.key === 'SCHOOL_HR'),
  card_matches: (p) => p.application.fields.some((field) => field.prefillFrom === 'card'),
  card_checked: (p) => p.roles.some((r) => r.key === 'SCHOOL_DEPUTY'),
  signed_application_uploaded: (p) => p.application.printSignUpload === true,
  employer_confirmed: (p) => ['confirm_facts', 'sign_portfolio'].includes(p.employerConfirmation.mode) && answered(p),
  confirmation_day_past: (p) => p.assessment.experts.invitation,
  employer_note_attached: (p) => p.employerConfirmation.mode === 'analytical_note' && answered(p),
  information_received: (p) => does(p, 'request_information'),
  coordinator_absent: (p) => p.roles.some((r) => r.key === 'COORDINATOR'),
  period_set: (p) => schedulersOf(p).length > 0,
  schedule_approved: (p) => schedulersOf(p).length > 0,
  conclusion_attached: (p) => p.assessment.method === 'conclusion',
  verdict_recorded: (p) => p.transitions.some((t) => t.records === 'verdict'),
  handed_over: (p) => p.assessment.handover !== undefined,
  withdrawal_registered: (p) => p.application.withdrawal.needsRegistration,
};

/** Every gate can be opened by somebody, every status has a next actor, and from every status some way leads to an end. */
export function checkNextActor({ file: p }: Checked, err: Report): void {
  const roles = new Set<ActorRole>(p.roles.map((r) => r.key));
  const closed = (t: Transition) => (t.guards ?? []).filter((guard) => OPENABLE[guard]?.(p) === false);
  p.transitions.forEach((t, k) => {
    for (const guard of closed(t)) err(['transitions', k, 'guards'], `nobody can open ${guard} in this region`);
    if (t.guards?.includes('warnings_sent') && !p.deadlines.find((d) => d.id === t.deadline)?.warn)
      err(['transitions', k, 'guards'], 'warnings_sent without a term that warns: nobody can open it');
  });
  const ends = leadingToAnEnd(p);
  p.statuses.application.forEach((s, k) => {
    const path = ['statuses', 'application', k];
    const ways = p.transitions.filter((t) => t.from === s.status && t.to !== t.from);
    if (s.terminal || ways.length === 0) return;
    if (!ends.has(s.status)) err(path, `no way leads from ${s.status} to an end: a dead end of several statuses`);
    const forward = ways.filter((t) => leadsOnward(t.action) && roles.has(t.actor) && closed(t).length === 0);
    if (forward.length === 0 && !isClosed(s.status)) err(path, `${s.status} has no next actor: nobody moves the case on`);
  });
}

/** Statuses from which some chain of transitions leads to a terminal status. */
function leadingToAnEnd(p: File): Set<ApplicationStatus> {
  const ends = new Set(p.statuses.application.filter((s) => s.terminal).map((s) => s.status));
  for (let grew = true; grew; ) {
    grew = false;
    for (const t of p.transitions) {
      if (!ends.has(t.to) || ends.has(t.from)) continue;
      ends.add(t.from);
      grew = true;
    }
  }
  return ends;
}
