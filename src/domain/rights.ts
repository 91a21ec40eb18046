import { conditionHolds } from './applicationForm';
import { attachers } from './case/acts';
import type { Facts } from './case/facts';
import { isIn, PORTFOLIO_SENT } from './case/groups';
import type { Field, Opening, Procedure } from './procedure/shape';
import type { CasePaper, Kind, OpeningMoment, PortfolioStatus, Role } from './procedure/vocabulary';

/**
 * Who reads which kind of a case's data: the one table, closed by default, and what a procedure opens beyond it (`rights` of procedure.yaml).
 * It speaks of people who see the case at all (server/visibility.ts); what is of kind "case" all of them read.
 */

const NOTHING = {
  contact: false,
  identity: false,
  form_file: false,
  evidence: false,
  paper: false,
  expert_name: false,
  other_scores: false,
  internal_note: false,
} as const satisfies Record<Kind, boolean>;

/** What a teacher hands in: his own case to himself, in whatever role he looks at it, and the whole of it to those who decide on it. */
const HANDED_IN = { ...NOTHING, contact: true, identity: true, form_file: true, evidence: true, paper: true } as const;

/** What each role reads by itself; the reasons are in docs/decisions/018. Evidence is read by others only once it was sent. */
export const RIGHTS = {
  TEACHER: HANDED_IN,
  SCHOOL_HR: NOTHING,
  SCHOOL_DEPUTY: NOTHING,
  SCHOOL_HEAD: NOTHING,
  SCHOOL_COORDINATOR: NOTHING,
  COORDINATOR: { ...HANDED_IN, expert_name: true, other_scores: false, internal_note: true },
  OPERATOR: { ...HANDED_IN, expert_name: true, other_scores: true, internal_note: true },
  WORKING_GROUP: { ...HANDED_IN, paper: false, expert_name: true, other_scores: true, internal_note: true },
  EXPERT: { ...NOTHING, evidence: true },
  SECRETARY: { ...HANDED_IN, identity: false, expert_name: true, other_scores: true, internal_note: true },
  COMMISSION_MEMBER: { ...NOTHING, evidence: true, expert_name: true, other_scores: true },
  ADMINISTRATOR: { ...NOTHING, contact: true, expert_name: true },
} as const satisfies Record<Role, Record<Kind, boolean>>;

/** Who at a school does what with the cards of its employees; who fills in which section the form says. */
export const CARD_RIGHTS = {
  confirm_card: ['SCHOOL_HR'],
  check_card: ['SCHOOL_DEPUTY'],
  read_card_report: ['SCHOOL_HR', 'SCHOOL_DEPUTY'],
  answer_card_report: ['SCHOOL_HR'],
} as const satisfies Record<string, readonly Role[]>;
export const mayWithCard = (role: Role | undefined, act: keyof typeof CARD_RIGHTS): boolean =>
  CARD_RIGHTS[act].some((known) => known === role);

/** Roles to which no procedure opens evidence before it was sent. */
export const READS_ONLY_SENT: readonly string[] = ['EXPERT', 'COMMISSION_MEMBER'] satisfies readonly Role[];

/** Who asks, seen from one case. */
export interface Reader {
  role: Role;
  /** The case is his own. */
  owner: boolean;
  /** An expert's assignment to the case is confirmed and was not given up; an invited one decides by what everybody sees. */
  takesPart: boolean;
}

/** What the rights ask about a case. */
export interface ReadCase {
  procedure: Procedure;
  facts: Pick<Facts, 'values' | 'everSubmitted' | 'employerConfirmation' | 'employerPaper'> & { portfolio: { status: PortfolioStatus } };
}

/** Whether the evidence has left the teacher's hands. */
export const evidenceSent = ({ portfolio }: ReadCase['facts']): boolean => isIn(portfolio.status, PORTFOLIO_SENT);

const HAS_COME: Record<OpeningMoment, (facts: ReadCase['facts'], reader: Reader) => boolean> = {
  'application.submitted': (facts) => facts.everSubmitted,
  'employer.confirmation_requested': ({ employerConfirmation, employerPaper }) =>
    (employerConfirmation ?? 'NOT_ASKED') !== 'NOT_ASKED' || (employerPaper ?? 'NOT_NEEDED') !== 'NOT_NEEDED',
  'expert.confirmed': (_facts, reader) => reader.takesPart,
  'portfolio.sent': evidenceSent,
};

const isNamed = (names: 'all' | readonly string[], name: string) => names === 'all' || names.includes(name);

/** Whether a reader has a kind by his role, or by an opening that speaks of what is asked. */
function isGranted<K extends Opening['kind']>(
  { procedure, facts }: ReadCase,
  reader: Reader,
  kind: K,
  speaksOf: (opening: Extract<Opening, { kind: K }>) => boolean,
): boolean {
  if (reader.owner && HANDED_IN[kind]) return true;
  if (reader.role === 'TEACHER' || (reader.role === 'EXPERT' && !reader.takesPart)) return false;
  const byRole = RIGHTS[reader.role][kind] && (kind !== 'evidence' || evidenceSent(facts));
  return byRole || procedure.rights.some((opening) => isOpen(opening) && speaksOf(opening));

  function isOpen(opening: Opening): opening is Extract<Opening, { kind: K }> {
    const { to, from, when } = opening;
    return (
      opening.kind === kind && to.includes(reader.role) && HAS_COME[from](facts, reader) && (!when || conditionHolds(when, facts.values))
    );
  }
}

/** Whether a reader reads the answer of a field of the form. */
export function mayReadField(found: ReadCase, reader: Reader, { id, shows }: Pick<Field, 'id' | 'shows'>): boolean {
  return shows === 'case' || isGranted(found, reader, shows, ({ fields }) => isNamed(fields, id));
}

/** Whether a reader reads the files beside a field of the form: he must read the field as well. */
export function mayReadFieldFiles(found: ReadCase, reader: Reader, field: Pick<Field, 'id' | 'shows'>): boolean {
  return mayReadField(found, reader, field) && isGranted(found, reader, 'form_file', ({ fields }) => isNamed(fields, field.id));
}

/** Whether a reader reads what lies under an indicator: files, links, rows, texts. The one rule for lists, the score grid and opening. */
export function mayReadEvidence(found: ReadCase, reader: Reader, indicatorId: string): boolean {
  return isGranted(found, reader, 'evidence', ({ indicators }) => isNamed(indicators, indicatorId));
}

/** Whether a reader reads a paper of a case: by his role, by an opening, or because his role attaches it. Answers to questions are notes among those who work on the case. */
export function mayReadPaper(found: ReadCase, reader: Reader, paper: CasePaper): boolean {
  if (paper === 'information') return RIGHTS[reader.role].internal_note;
  const attaches = attachers(found.procedure, paper).includes(reader.role) && (reader.role !== 'EXPERT' || reader.takesPart);
  return (attaches && reader.role !== 'TEACHER') || isGranted(found, reader, 'paper', ({ papers }) => papers.includes(paper));
}

/** Whether a school is asked to certify a field: it is part of the case, or says who the person is and is opened to one of the roles that answer. */
export function isCertified({ employerConfirmation, rights }: Procedure, { id, shows }: Pick<Field, 'id' | 'shows'>): boolean {
  if (shows !== 'identity') return shows === 'case';
  const answering = [...(employerConfirmation.answeredBy ?? []), ...(employerConfirmation.signers ?? [])];
  return rights.some((one) => one.kind === 'identity' && isNamed(one.fields, id) && one.to.some((role) => answering.includes(role)));
}
