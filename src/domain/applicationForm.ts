import type { Facts, FieldValue } from './case/facts';
import type { Day } from './days';
import { dayProblems, isDayOfLife } from './isDay';
import { type Problem, problem } from './problems';
import type { Field, FieldCondition, Procedure } from './procedure/shape';
import type { FieldType } from './procedure/vocabulary';
import { boundsProblems } from './typed/bounds';
import { emailProblems } from './typed/email';
import { TEXT_LIMITS } from './typed/limits';
import { parseNumber, tidyNumber } from './typed/number';
import { nameProblem, tidyName } from './typed/personName';
import { parsePhone } from './typed/phone';
import { plainLine } from './typed/plain';
import { parseSnils, snilsProblems, snilsText } from './typed/snils';

/** The application's fields: which are asked, which are required, which values pass. The procedure names them, this reads them. */

export const INDEFINITE = 'indefinite';
const MAX_TEXT = TEXT_LIMITS.answer;

type Values = Facts['values'];
type FormFacts = Pick<Facts, 'today' | 'values' | 'fieldFiles' | 'pendingFieldFiles'>;

const isEmpty = (value: FieldValue | undefined) => value === undefined || value === null || value === '' || value === false;

/** Whether one condition on a field holds. */
export function conditionHolds(condition: FieldCondition, values: Values): boolean {
  const value = values[condition.field];
  return condition.equals === undefined ? !isEmpty(value) : value === condition.equals;
}

/** Whether a field is asked at all. */
export function fieldVisible(field: Field, values: Values): boolean {
  return !field.visibleWhen || conditionHolds(field.visibleWhen, values);
}

/** Whether an asked field must have a value; with `requiredWhen` only while that holds. */
function fieldRequired(field: Field, values: Values): boolean {
  if (!fieldVisible(field, values)) return false;
  return field.required && (!field.requiredWhen || conditionHolds(field.requiredWhen, values));
}

const isFile = (field: Field) => field.type === 'file' || field.type === 'files';

/** Whether a field has its answer. */
function fieldFilled(field: Field, facts: FormFacts): boolean {
  return isFile(field) ? (facts.fieldFiles[field.id] ?? 0) > 0 : !isEmpty(facts.values[field.id]);
}

/** Everything that keeps the application form from being sent: empty required fields, values that are none or cannot be, files under way, the category's rules. */
export function formProblems(procedure: Procedure, facts: FormFacts): Problem[] {
  const problems = procedure.application.fields.flatMap((field): Problem[] => {
    if (!fieldVisible(field, facts.values)) return [];
    if (facts.pendingFieldFiles.includes(field.id)) return [problem('UPLOAD_PENDING', ['field', field.id])];
    if (!fieldFilled(field, facts)) return fieldRequired(field, facts.values) ? [problem('REQUIRED', ['field', field.id])] : [];
    return isFile(field) ? [] : answerProblems(procedure, field, facts);
  });
  return [...problems, ...categoryProblems(procedure, facts.values)];
}

function answerProblems(procedure: Procedure, field: Field, { values, today }: FormFacts): Problem[] {
  const value = values[field.id] ?? null;
  const wrong = fieldValueProblems(procedure, field, value);
  return wrong.length > 0 ? wrong : fieldBoundsProblems(procedure, field, String(value ?? ''), values, today);
}

/** The highest category needs the first or highest held now or ever, in any position (Order 196, п. 30). */
export function categoryProblems(procedure: Procedure, values: Values): Problem[] {
  const wanted = procedure.categories.find((category) => category.id === values.requested_category);
  if (!wanted) return [];
  if (!wanted.offered) return [problem('CATEGORY_NOT_OFFERED', ['field', 'requested_category'])];
  if (wanted.requires && !wanted.requires.held.some((held) => held === values.held_category))
    return [problem('CATEGORY_NEEDS_HELD', ['field', 'held_category'], { category: wanted.id })];
  return [];
}

/** Answers that are names of a person: they are kept in columns of their own too, because lists and letters use them. */
export const NAME_COLUMNS: Readonly<Record<string, 'lastName' | 'firstName' | 'patronymic'>> = {
  last_name: 'lastName',
  first_name: 'firstName',
  patronymic: 'patronymic',
};

/** An answer as it is stored: in one spelling where its kind has a parser, else as it was typed, without blanks around. */
export function tidyAnswer(field: { id: string; type: string }, typed: string): string {
  if (NAME_COLUMNS[field.id]) return tidyName(typed);
  switch (field.type as FieldType) {
    case 'email':
      return plainLine(typed).toLowerCase();
    case 'phone':
      return parsePhone(typed)?.text ?? plainLine(typed);
    case 'snils':
      return snilsText(parseSnils(typed)) || plainLine(typed);
    case 'number':
      return tidyNumber(typed);
    case 'text':
    case 'date':
    case 'birth_date':
    case 'identity_document':
    case 'checkbox':
    case 'select':
    case 'municipality':
    case 'organisation':
    case 'position':
    case 'category':
    case 'held_category':
    case 'file':
    case 'files':
      return typed.trim();
  }
}

/** What is wrong with one value as it is typed; an empty value is never wrong here. */
export function fieldValueProblems(procedure: Procedure, field: Field, value: FieldValue): Problem[] {
  if (isEmpty(value)) return [];
  const path = ['field', field.id];
  const bad = (wrong: boolean) => (wrong ? [problem('VALUE_INVALID', path)] : []);
  const blank = (typed: string) => (plainLine(typed) ? [] : [problem('REQUIRED', path)]);
  const text = typeof value === 'string' ? value : '';
  if (text.length > MAX_TEXT) return [problem('VALUE_TOO_LONG', path, { max: MAX_TEXT, size: text.length })];
  switch (field.type) {
    case 'text':
      return NAME_COLUMNS[field.id] && plainLine(text) ? nameProblem(tidyName(text), path) : blank(text);
    case 'identity_document':
    case 'municipality':
    case 'organisation':
    case 'position':
      return blank(text);
    case 'number':
      return numberProblems(path, value);
    case 'birth_date':
      return dayProblems(text, path, field.means !== undefined);
    case 'date':
      return field.indefinite && text === INDEFINITE ? [] : dayProblems(text, path, field.means !== undefined);
    case 'email':
      return emailProblems(text, path);
    case 'phone':
      return parsePhone(text) ? [] : [problem('PHONE_INVALID', path)];
    case 'checkbox':
      return bad(value !== true && value !== 'true');
    case 'snils':
      return snilsProblems(text, path);
    case 'select':
      return field.options?.some((option) => option.value === value) ? [] : [problem('VALUE_NOT_LISTED', path)];
    case 'category':
      return listed(procedure, path, value, true);
    case 'held_category':
      return listed(procedure, path, value, false);
    // A file is no value.
    case 'file':
    case 'files':
      return bad(true);
  }
}

function listed(procedure: Procedure, path: string[], value: FieldValue, offeredOnly: boolean): Problem[] {
  const found = procedure.categories.find((category) => category.id === value);
  if (!found) return [problem('VALUE_NOT_LISTED', path)];
  return offeredOnly && !found.offered ? [problem('CATEGORY_NOT_OFFERED', path)] : [];
}

function numberProblems(path: string[], value: FieldValue): Problem[] {
  const amount = typeof value === 'number' ? value : parseNumber(String(value));
  if (amount === null || !Number.isFinite(amount)) return [problem('NUMBER_INVALID', path)];
  return amount < 0 || amount > 100_000 ? [problem('VALUE_OUT_OF_RANGE', path, { min: 0, max: 100_000 })] : [];
}

/** Why a value that is right in itself cannot be what the field means: asked when it is written, and of everything when the form is sent. */
export function fieldBoundsProblems(procedure: Procedure, field: Field, value: string, values: Values, today: Day): Problem[] {
  if (!field.means || value === '' || value === INDEFINITE) return [];
  const on = { today, birth: birthIn(procedure, values) };
  return boundsProblems(field.means, field.type === 'number' ? (parseNumber(value) ?? Number.NaN) : value, on, ['field', field.id]);
}

/** The day of birth the form states; null where it asks for none or none is written. */
export function birthIn({ application }: Pick<Procedure, 'application'>, values: Values): Day | null {
  const born = application.fields.find(({ means }) => means === 'birth');
  const birth = born ? values[born.id] : null;
  return typeof birth === 'string' && isDayOfLife(birth) ? birth : null;
}
