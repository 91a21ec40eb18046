import { shownByType } from './intakeShape';
import type { FileOfFirstSchema, Form, Opening } from './shape';
import type { ActorRole, FieldType, Shows } from './vocabulary';

/**
 * What a procedure of schemaVersion 1 shows and opens. Its files do not say it, so it follows from what they ask of each role: cases that
 * began under such a version go on, and whoever must decide on something may read it.
 */

const NAMES: readonly string[] = ['last_name', 'first_name', 'patronymic'];
const FREE: readonly FieldType[] = ['text', 'date', 'file', 'files'];

/** Names and closed choices belong to the case; whatever may hold a document's words counts as identity. */
export function shownInFirstSchema({ id, type }: { id: string; type: FieldType }): Shows {
  return shownByType(type) ?? (FREE.includes(type) && !NAMES.includes(id) ? 'identity' : 'case');
}

const DECIDES_ON_INTAKE: readonly string[] = ['register', 'accept', 'admit', 'refuse_intake', 'return_for_correction', 'send_simplified'];
const persons = (actors: readonly ActorRole[]) => [...new Set(actors)].filter((role) => role !== 'SYSTEM' && role !== 'TEACHER');

/** The openings that the acts of a procedure of schemaVersion 1 need. */
export function openingsOfFirstSchema(file: FileOfFirstSchema, forms: readonly Form[]): Opening[] {
  const { employerConfirmation: school, transitions, assessment } = file;
  const source = 'derived' as const;
  const deciding = persons(transitions.filter((t) => DECIDES_ON_INTAKE.includes(t.action)).map((t) => t.actor));
  const answering = persons(school.answeredBy ?? []);
  const filling = persons(forms.flatMap((form) => form.sections.flatMap((section) => section.filledBy ?? [])));
  const simplified = transitions.find((t) => t.action === 'send_simplified')?.when;
  const openings: Opening[] = [
    { kind: 'identity', fields: 'all', to: deciding, from: 'application.submitted', source },
    { kind: 'form_file', fields: 'all', to: deciding, from: 'application.submitted', source },
    { kind: 'evidence', indicators: 'all', to: filling, from: 'portfolio.sent', source },
  ];
  if (school.mode === 'confirm_facts')
    openings.push(
      { kind: 'identity', fields: 'all', to: answering, from: 'employer.confirmation_requested', source },
      { kind: 'form_file', fields: 'all', to: answering, from: 'employer.confirmation_requested', source },
    );
  if (school.mode === 'sign_portfolio')
    openings.push({
      kind: 'evidence',
      indicators: 'all',
      to: persons([...answering, ...(school.signers ?? [])]),
      from: 'employer.confirmation_requested',
      source,
    });
  if (school.mode === 'analytical_note')
    openings.push(
      { kind: 'paper', papers: ['employer_paper'], to: persons([assessment.experts.selectedBy]), from: 'application.submitted', source },
      { kind: 'paper', papers: ['employer_paper'], to: ['EXPERT'], from: 'expert.confirmed', source },
    );
  if (simplified)
    openings.push({
      kind: 'evidence',
      indicators: papersOnlyFor(simplified.equals, forms),
      to: deciding,
      from: 'application.submitted',
      when: simplified,
      source,
    });
  if (assessment.method === 'conclusion')
    openings.push({ kind: 'paper', papers: ['conclusion'], to: ['COMMISSION_MEMBER'], from: 'application.submitted', source });
  const held = new Set(file.roles.map((role) => role.key));
  return openings
    .map((one) => ({ ...one, to: one.to.filter((role) => held.has(role)) }))
    .filter((one) => one.to.length > 0 && (one.kind !== 'evidence' || one.indicators.length > 0));
}

/** The indicators of the sections that ask something of one form of attestation only. */
function papersOnlyFor(value: string | undefined, forms: readonly Form[]): string[] {
  const sections = forms
    .flatMap((form) => form.sections)
    .filter((s) => s.indicators.some((i) => i.onlyForForms?.some((only) => only === value)));
  return [...new Set(sections.flatMap((section) => section.indicators.map((indicator) => indicator.id)))];
}
