import type { Facts, FieldValue } from './facts';
import { isDayOfLife } from './isDay';
import { type Problem, problem } from './problems';
import type { Field, FieldCondition, Procedure } from './procedure/shape';

/** The application's fields: which are asked, which are required, which values pass. The procedure names them, this reads them. */

export const INDEFINITE = 'indefinite';
const MAX_TEXT = 2000;

type Values = Facts['values'];
type FormFacts = Pick<Facts, 'values' | 'fieldFiles' | 'pendingFieldFiles'>;

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

/** Everything that keeps the application form from being sent: empty required fields, bad values, files under way, the category's rules. */
export function formProblems(procedure: Procedure, facts: FormFacts): Problem[] {
  const problems = procedure.application.fields.flatMap((field): Problem[] => {
    if (!fieldVisible(field, facts.values)) return [];
    if (facts.pendingFieldFiles.includes(field.id)) return [problem('UPLOAD_PENDING', ['field', field.id])];
    if (!fieldFilled(field, facts)) return fieldRequired(field, facts.values) ? [problem('REQUIRED', ['field', field.id])] : [];
    return isFile(field) ? [] : fieldValueProblems(procedure, field, facts.values[field.id] ?? null);
  });
  return [...problems, ...categoryProblems(procedure, facts.values)];
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

/** What is wrong with one value as it is typed; an empty value is never wrong here. */
export function fieldValueProblems(procedure: Procedure, field: Field, value: FieldValue): Problem[] {
  if (isEmpty(value)) return [];
  const path = ['field', field.id];
  const bad = (wrong: boolean) => (wrong ? [problem('VALUE_INVALID', path)] : []);
  const text = typeof value === 'string' ? value : '';
  if (text.length > MAX_TEXT) return [problem('VALUE_TOO_LONG', path, { max: MAX_TEXT })];
  switch (field.type) {
    case 'text':
    case 'identity_document':
    case 'municipality':
    case 'organisation':
    case 'position':
      return bad(!text.trim());
    case 'number':
      return numberProblems(path, value);
    case 'birth_date':
      return bad(!isDayOfLife(text));
    case 'date':
      return bad(!(field.indefinite && text === INDEFINITE) && !isDayOfLife(text));
    case 'email':
      return bad(!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text));
    case 'phone':
      return bad(!/^\+?[\d\s()-]{6,20}$/.test(text));
    case 'checkbox':
      return bad(value !== true && value !== 'true');
    case 'snils':
      return bad(!isSnils(text));
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
  const amount = typeof value === 'number' ? value : Number(String(value).replace(',', '.'));
  if (!Number.isFinite(amount)) return [problem('VALUE_INVALID', path)];
  return amount < 0 || amount > 100_000 ? [problem('VALUE_OUT_OF_RANGE', path, { min: 0, max: 100_000 })] : [];
}

/** СНИЛС: nine digits and a checksum (постановление ПФР № 192п); numbers up to 001-001-998 carry none. */
export function isSnils(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{11}$/.test(digits)) return false;
  if (Number(digits.slice(0, 9)) <= 1_001_998) return true;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  return (sum % 101) % 100 === Number(digits.slice(9));
}
