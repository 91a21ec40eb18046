import { eventsOfTransitions, ONLY_BY_TRANSITIONS } from '../../events';
import type { Deadline } from '../shape';
import { DEADLINE_STAGES, type DomainEvent } from '../vocabulary';
import { type Checked, duplicatesIn, type Report } from './fault';

/** The whole service, calendar days. */
const LIMIT_DAYS = 90;
const LOCKING: readonly string[] = ['lock_account', 'expire_application'];
/** Ends of a term that take nothing from anybody. */
const HARMLESS: readonly string[] = ['flag', 'remind'];

const calendarDays = (d: Deadline) =>
  d.unit === 'working_days' ? Math.ceil(((d.amount ?? 0) * 7) / 5) : d.unit === 'calendar_days' ? (d.amount ?? 0) : 0;

/** Terms against the federal 30, 60 and 90 days, what locks warns twice; papers name what exists. */
export function checkTerms({ file: p, letters }: Checked, err: Report, warn: Report): void {
  const terms = new Map(p.deadlines.map((d) => [d.id, d]));
  const at = (id: string | undefined) => ['deadlines', p.deadlines.findIndex((d) => d.id === id)];
  for (const id of duplicatesIn(p.deadlines.map((d) => d.id))) err(['deadlines'], `${id} twice`);
  p.deadlines.forEach((d, k) => {
    const path = ['deadlines', k];
    if (d.unit === 'day_of_month' ? !d.dayOfMonth || d.amount : !d.amount || d.dayOfMonth) err(path, 'amount and unit do not fit');
    if (d.warn && !letters.some((l) => l.id === d.warn?.letter)) err([...path, 'warn', 'letter'], `unknown letter ${d.warn.letter}`);
    if (d.reminder && !letters.some((l) => l.id === d.reminder)) err([...path, 'reminder'], `unknown letter ${d.reminder}`);
    if ((d.onExpiry === 'remind') !== Boolean(d.reminder))
      err(path, 'a term that reminds needs the letter of its reminder, and only such a term');
    const before = new Set(d.warn?.before);
    if (LOCKING.includes(d.onExpiry) && before.size < 2) err(path, 'a term that locks needs two warnings');
    if (p.schemaVersion >= 3) {
      if (!HARMLESS.includes(d.onExpiry) && before.size < 2) err(path, `a term that ends with ${d.onExpiry} needs two warnings`);
      if (d.amount && Math.max(0, ...before) >= d.amount) err([...path, 'warn'], 'a warning on the day on which the term begins');
      for (const fault of neverFaults(p, d)) err(path, fault);
    }
    if (LOCKING.includes(d.onExpiry) && !d.overridablePerCase)
      err(path, 'a term that locks needs overridablePerCase: restoring sets a new date');
  });
  for (const [id, max] of [
    ['review_application', 30],
    ['whole_attestation', 60],
  ] as const) {
    const d = terms.get(id);
    if (!d) err(['deadlines'], `${id} missing`);
    else if (calendarDays(d) > max) err([...at(id), 'amount'], `${calendarDays(d)} calendar days, over the federal ${max}`);
  }
  const stages = DEADLINE_STAGES.filter((s) => s !== 'frame' && s !== 'outside').map((s) =>
    Math.max(0, ...p.deadlines.filter((d) => d.stage === s).map(calendarDays)),
  );
  const total = stages.reduce((sum, n) => sum + n, 0);
  if (total > LIMIT_DAYS) warn(['deadlines'], `the terms add up to ${total} calendar days (${stages.join(' + ')}), over ${LIMIT_DAYS}`);
  for (const d of p.deadlines) {
    const days = d.example?.from ? (Date.parse(d.example.until) - Date.parse(d.example.from)) / 86_400_000 : 0;
    if (days > LIMIT_DAYS) warn([...at(d.id), 'example'], `the example dates are ${days} calendar days apart, over ${LIMIT_DAYS}`);
    if (d.stage === 'frame' && calendarDays(d) > LIMIT_DAYS) warn(at(d.id), `${calendarDays(d)} calendar days, over ${LIMIT_DAYS}`);
  }
  const ec = p.employerConfirmation;
  const note = ec.blocks.includes('review.open') && terms.get(ec.respondBy ?? '')?.example;
  const score = terms.get(p.assessment.experts.scoreBy)?.example;
  if (note && score && score.until < note.until)
    warn(
      [...at(p.assessment.experts.scoreBy), 'example'],
      `the example ends on ${score.until}, before ${ec.respondBy} (${note.until}) which opens it`,
    );
  checkPapers(p, err);
}

/** A term of a case begins with something that happens, and ends with something that happens or with leaving the status it watches. */
function neverFaults(p: Checked['file'], term: Deadline): string[] {
  const happens = (event: DomainEvent) => !ONLY_BY_TRANSITIONS.has(event) || eventsOfTransitions(p).has(event);
  const watched = p.transitions.some((t) => t.deadline === term.id);
  // The months end by themselves.
  const met = watched || term.from === 'month.started' || term.metBy?.some(happens);
  return [
    ...(happens(term.from) ? [] : [`never begins: no transition tells ${term.from}`]),
    ...(met ? [] : [term.metBy ? `can never be met: no transition tells ${term.metBy.join(' or ')}` : 'can never be met: no metBy']),
  ];
}

function checkPapers(p: Checked['file'], err: Report): void {
  for (const id of duplicatesIn(p.documents.map((d) => d.id))) err(['documents'], `${id} twice`);
  p.documents.forEach((d, k) => {
    for (const role of d.audience)
      if (!p.roles.some((r) => r.key === role)) err(['documents', k, 'audience'], `role ${role} is not among the roles of this region`);
  });
  for (const extension of duplicatesIn(p.portfolio.fileLimits.extensions))
    err(['portfolio', 'fileLimits', 'extensions'], `${extension} twice`);
}
