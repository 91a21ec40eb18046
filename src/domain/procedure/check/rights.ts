import type { ActorRole, AssignmentStatus, Guard, WithdrawalStatus } from '../vocabulary';
import type { Checked, Report } from './fault';

/** Withdrawal, return, the employer's part and the experts: the numbers, words and transitions agree with each other. */
export function checkRights({ file: p }: Checked, err: Report): void {
  const roles = new Set(p.roles.map((r) => r.key));
  const terms = new Map(p.deadlines.map((d) => [d.id, d]));
  const needRole = (role: ActorRole | undefined, path: (string | number)[]) =>
    role && !roles.has(role) && err(path, `role ${role} is not among the roles of this region`);
  const needTerm = (term: string | undefined, path: (string | number)[]) => term && !terms.has(term) && err(path, `unknown term ${term}`);

  const w = p.application.withdrawal;
  const wPath = ['application', 'withdrawal'];
  for (const role of [...w.by, ...(w.registeredBy ?? [])]) needRole(role, wPath);
  if (w.document && !p.documents.some((d) => d.id === w.document)) err([...wPath, 'document'], `unknown document ${w.document}`);
  if (w.needsRegistration !== Boolean(w.registeredBy)) err(wPath, 'registeredBy belongs to needsRegistration');
  if (w.mayBeDeclined && !w.needsRegistration) err(wPath, 'only a withdrawal that is registered can be declined');
  const wNeeded: WithdrawalStatus[] = [
    'REGISTERED',
    ...(w.needsRegistration ? (['FORMED', 'SENT'] as const) : []),
    ...(w.mayBeDeclined ? (['DECLINED'] as const) : []),
  ];
  for (const status of wNeeded)
    if (!p.statuses.withdrawal.some((s) => s.status === status)) err(['statuses', 'withdrawal'], `${status} missing`);
  p.statuses.application.forEach((s, k) => {
    const ways = p.transitions.filter((t) => t.from === s.status && t.to === 'WITHDRAWN');
    if (Boolean(s.may?.includes('withdraw')) !== ways.length > 0)
      err(['statuses', 'application', k], `withdraw: the status and the transitions disagree for ${s.status}`);
    for (const t of ways) {
      const follows = w.needsRegistration ? t.actor === 'SYSTEM' && t.guards?.includes('withdrawal_registered') : w.by.includes(t.actor);
      if (!follows) err(['transitions', p.transitions.indexOf(t)], 'does not follow application.withdrawal');
    }
  });

  const back = p.application.returnForCorrection;
  const bPath = ['application', 'returnForCorrection'];
  if (back.allowed !== p.statuses.application.some((s) => s.status === 'RETURNED')) err(bPath, 'allowed and the status RETURNED disagree');
  if (back.allowed) {
    const into = p.transitions.filter((t) => t.to === 'RETURNED');
    for (const role of back.by) if (!into.some((t) => t.actor === role)) err(bPath, `no transition into RETURNED by ${role}`);
    for (const t of into) if (!back.by.includes(t.actor)) err(bPath, `${t.actor} returns, but is not in by`);
    if (!p.transitions.some((t) => t.from === 'RETURNED' && t.action === 'resubmit' && t.actor === 'TEACHER'))
      err(bPath, 'no way back: resubmit by TEACHER');
    needTerm(back.respondBy, [...bPath, 'respondBy']);
  }

  const ec = p.employerConfirmation;
  const ePath = ['employerConfirmation'];
  const machine = ec.mode === 'analytical_note' ? 'employerPaper' : 'employerConfirmation';
  needTerm(ec.respondBy, [...ePath, 'respondBy']);
  for (const role of [...(ec.signers ?? []), ...(ec.answeredBy ?? [])]) needRole(role, ePath);
  for (const answer of ec.answers)
    if (!(p.statuses[machine] ?? []).some((s) => s.status === answer))
      err([...ePath, 'answers'], `no word for ${answer} in statuses.${machine}`);
  // What is blocked and what guards the transitions are one statement made twice: where it is made, both must make it.
  const gate: Guard = ec.mode === 'analytical_note' ? 'employer_note_attached' : 'employer_confirmed';
  if (ec.mode !== 'none' && ec.blocks.length === 0 && p.transitions.some((t) => t.guards?.includes(gate)))
    err([...ePath, 'blocks'], `blocks nothing, but ${gate} guards a transition`);
  if (ec.mode !== 'none' && ec.requestedOn && !ec.answeredBy?.length) err([...ePath, 'answeredBy'], 'nobody answers');

  const x = p.assessment.experts;
  const xPath = ['assessment', 'experts'];
  if (x.min > x.max) err([...xPath, 'min'], 'min > max');
  needRole(x.selectedBy, xPath);
  needRole(x.fallbackSelectedBy, xPath);
  const needed: AssignmentStatus[] = ['CONFIRMED', 'SCORING', 'FINAL', 'REPLACED', 'CONFLICT', 'DECLINED'];
  if (x.invitation) needed.push('INVITED', 'LAPSED');
  if (x.firstComeFirstServed) needed.push('NOT_NEEDED');
  if (x.reserve) needed.push('RESERVE');
  for (const status of needed)
    if (!p.statuses.assignment.some((s) => s.status === status)) err(['statuses', 'assignment'], `${status} missing`);
  if (x.invitation && !x.confirmBy) err(xPath, 'invitation needs confirmBy');
  if (x.firstComeFirstServed && !x.reserve) err([...xPath, 'reserve'], 'first come, first served needs a reserve');
  for (const [key, expiry] of [
    ['confirmBy', 'lapse_assignment'],
    ['idleAfter', 'replace_expert'],
    ['scoreBy', null],
  ] as const) {
    const term = x[key];
    needTerm(term, [...xPath, key]);
    const index = p.deadlines.findIndex((d) => d.id === term);
    if (expiry && index >= 0 && p.deadlines[index]?.onExpiry !== expiry) err(['deadlines', index], `${term} must end with ${expiry}`);
  }
  if (p.assessment.method === 'conclusion' && (p.assessment.verdicts?.length ?? 0) < 2)
    err(['assessment', 'verdicts'], 'a conclusion needs verdicts');
  const q = p.decision.quorum;
  if (q.need > q.of) err(['decision', 'quorum'], `needs ${q.need} of ${q.of}`);
  if ((p.decision.sessionKind === 'two_step') !== (p.decision.steps.length === 2))
    err(['decision', 'steps'], 'sessionKind and steps disagree');
  if (p.periods.kind === 'monthly_sessions' && !p.periods.sessionDay) err(['periods', 'sessionDay'], 'monthly sessions need a day');
}
