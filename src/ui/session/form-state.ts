import type { FieldError } from '@/ui/kit/error-summary';

/** What a form's server action answers: refusals by field, and what was typed, so that nothing is lost. */
export interface FormState {
  errors: FieldError[];
  values?: Record<string, string>;
  done?: boolean;
}

export const EMPTY_FORM: FormState = { errors: [] };

/** Refusals of the API as errors of a form: the first part of the path is the field. */
export const errorsOf = (problems: readonly { path: readonly string[]; message: string }[]): FieldError[] =>
  problems.map(({ path, message }) => (path[0] ? { field: path[0], message } : { message }));

/** What was typed, without the fields that are never sent back. */
export function typedIn(form: FormData, ...fields: string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')]));
}

/** The sentence of one field. */
export const errorOf = (state: FormState, field: string): string | undefined => state.errors.find((e) => e.field === field)?.message;
