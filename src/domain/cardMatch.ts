import { NAME_COLUMNS } from './applicationForm';
import type { Facts, FieldValue } from './case/facts';
import type { Field, Procedure } from './procedure/shape';
import type { Role } from './procedure/vocabulary';
import { sameText } from './searchText';

/** The application beside the school's card: whose card it is, what the two say differently, what is still to be done on the card. */

/** What a card says of its holder; ids of places and of the position, eleven digits of the SNILS. */
export interface CardHolder {
  lastName: string;
  firstName: string;
  patronymic: string;
  snils: string | null;
  municipalityId: string;
  organisationId: string;
  positionId: string | null;
}
export interface CardDifference {
  fieldId: string;
  /** As the application has it; empty where it says nothing. */
  stated: string;
  /** As the card has it. */
  onCard: string;
}
/** The card that stands behind an application. */
export interface CardFacts {
  confirmed: boolean;
  /** The deputy head has looked it through. */
  checked: boolean;
  /** Who still has required parts of the card to fill in. */
  unfilledBy: readonly Role[];
  /** A day or a year is written on it that cannot be. */
  outOfBounds: boolean;
  differences: readonly CardDifference[];
  /** What the card says of the fields that come from it; an id or a name, empty where it is known to be none. */
  answers: Readonly<Record<string, string>>;
  /** The school was told of a difference and has not answered yet. */
  reported: boolean;
}

type Values = Facts['values'];
const PLACES: readonly string[] = ['organisation', 'position'];

/** What the card answers to a field of the form; null where it says nothing about it. */
export function cardAnswer(field: Field, holder: CardHolder): string | null {
  const name = NAME_COLUMNS[field.id];
  if (name) return holder[name];
  switch (field.type) {
    case 'municipality':
      return holder.municipalityId;
    case 'organisation':
      return holder.organisationId;
    case 'position':
      return holder.positionId;
    case 'snils':
      return holder.snils;
    case 'text':
    case 'number':
    case 'date':
    case 'birth_date':
    case 'identity_document':
    case 'email':
    case 'phone':
    case 'checkbox':
    case 'select':
    case 'category':
    case 'held_category':
    case 'file':
    case 'files':
      return null;
  }
}

/** What the card says of the fields that come from it. */
export const cardAnswers = (procedure: Procedure, holder: CardHolder): Record<string, string> =>
  Object.fromEntries(
    procedure.application.fields.flatMap((field): [string, string][] => {
      const answer = field.prefillFrom === 'card' ? cardAnswer(field, holder) : null;
      return answer === null ? [] : [[field.id, answer]];
    }),
  );

/** Fields that come from the card and that the application has otherwise; spelling of names and a required answer that is missing do not count. */
export function cardDifferences(procedure: Procedure, values: Values, answers: CardFacts['answers']): CardDifference[] {
  const differences = procedure.application.fields.flatMap((field): CardDifference[] => {
    const onCard = answers[field.id];
    const stated = textOf(values[field.id]);
    if (onCard === undefined || (!stated && field.required) || sameAnswer(field, stated, onCard)) return [];
    return [{ fieldId: field.id, stated, onCard }];
  });
  // Another school is of another municipality as a rule: one difference, not two.
  const fieldOf = (type: Field['type']) => procedure.application.fields.find((field) => field.type === type)?.id;
  const elsewhere = differences.some(({ fieldId }) => fieldId === fieldOf('organisation'));
  return elsewhere ? differences.filter(({ fieldId }) => fieldId !== fieldOf('municipality')) : differences;
}

/** Of a person's cards the one an application is about: of the school and position it names, else of that school, else the first. */
export function cardFor<Card extends Pick<CardHolder, 'organisationId' | 'positionId'>>(
  cards: readonly Card[],
  named: { organisationId: string | null; positionId: string | null },
): Card | null {
  const there = cards.filter(({ organisationId }) => organisationId === named.organisationId);
  return there.find(({ positionId }) => positionId === named.positionId) ?? there[0] ?? cards[0] ?? null;
}

/** Whether a difference is one of place or position: the card of another work. */
export const isOfWork = (procedure: Procedure, { fieldId }: CardDifference): boolean =>
  procedure.application.fields.some(({ id, type }) => id === fieldId && PLACES.includes(type));

const textOf = (value: FieldValue | undefined) => (value === null || value === undefined || value === false ? '' : String(value).trim());

function sameAnswer({ id, type }: Field, stated: string, onCard: string): boolean {
  if (NAME_COLUMNS[id]) return sameText(stated, onCard);
  return type === 'snils' ? stated.replace(/\D/g, '') === onCard.replace(/\D/g, '') : stated === onCard;
}
