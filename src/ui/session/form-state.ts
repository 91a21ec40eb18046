import type { FieldError } from '@/ui/kit/error-summary';
import { SessionEnded } from '@/ui/request';

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

/** A press that was not answered: what was typed stays for the next one. Where the session ended the dialog asks to sign in again, and that says enough. */
export const notSent = (error: unknown, values: Record<string, string>, failed: string): FormState => ({
  errors: error instanceof SessionEnded ? [] : [{ message: failed }],
  values,
});

/** What was typed, without the fields that are never sent back. */
export function typedIn(form: FormData, ...fields: string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')]));
}

/** The sentence of one field. */
export const errorOf = (state: FormState, field: string): string | undefined => state.errors.find((e) => e.field === field)?.message;
