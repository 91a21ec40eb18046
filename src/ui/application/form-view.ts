import { conditionHolds } from '@/domain/applicationForm';

/** A field of the form as the API gives it. */
export interface FormFieldView {
  id: string;
  type: string;
  label: string;
  hint?: string | null;
  required: boolean;
  options: readonly { value: string; label: string }[];
  indefinite?: string | null;
  emptyMeans?: string | null;
  accept: readonly string[];
  maxBytes: number;
  maxFiles: number;
  dependsOn?: string | null;
  visibleWhen?: ConditionView | null;
  requiredWhen?: ConditionView | null;
  step?: string | null;
}

interface ConditionView {
  field: string;
  equals?: string | null;
  notEmpty?: boolean | null;
}

export type FormValues = Readonly<Record<string, string>>;

const holds = ({ field, equals }: ConditionView, values: FormValues) =>
  conditionHolds({ field, ...(equals == null ? { notEmpty: true } : { equals }) }, values);

/** Whether a field is asked at all. */
export const isAsked = (field: FormFieldView, values: FormValues): boolean => !field.visibleWhen || holds(field.visibleWhen, values);

/** Whether an asked field must have an answer. */
export const isRequired = (field: FormFieldView, values: FormValues): boolean =>
  isAsked(field, values) && field.required && (!field.requiredWhen || holds(field.requiredWhen, values));

export const isFileField = (field: Pick<FormFieldView, 'type'>): boolean => field.type === 'file' || field.type === 'files';

/** What an empty field of no typed text waits for. */
export const wantedOf = ({ type }: Pick<FormFieldView, 'type'>): 'file' | 'ticked' | 'chosen' =>
  isFileField({ type }) ? 'file' : type === 'checkbox' ? 'ticked' : 'chosen';

/** Whether a field has its answer; `files` counts the stored files of each field. */
export const isFilled = (field: FormFieldView, values: FormValues, files: Readonly<Record<string, number>>): boolean =>
  isFileField(field) ? (files[field.id] ?? 0) > 0 : Boolean(values[field.id]);

export interface FieldProblem {
  code: string;
  path: readonly string[];
  message: string;
}

/** The field a refusal is about, or null. */
export const problemField = ({ path }: Pick<FieldProblem, 'path'>): string | null => (path[0] === 'field' ? (path[1] ?? null) : null);

export interface StepView {
  id: string;
  label: string;
  fields: FormFieldView[];
  state: 'done' | 'started' | 'empty' | 'fix';
  /** Answers to correct. */
  fix: number;
}

/** The parts of the form with what has become of each: corrections first, then what is missing. */
export function stepViews(
  form: { steps: readonly { id: string; label: string }[]; fields: readonly FormFieldView[] },
  values: FormValues,
  files: Readonly<Record<string, number>>,
  problems: readonly FieldProblem[],
): StepView[] {
  return form.steps.map(({ id, label }) => {
    const fields = form.fields.filter((field) => field.step === id && isAsked(field, values));
    const ids = fields.map((field) => field.id);
    const mine = problems.filter((p) => ids.includes(problemField(p) ?? ''));
    const fix = mine.filter((p) => p.code !== 'REQUIRED').length;
    const begun = fields.some((field) => isFilled(field, values, files));
    const state = fix > 0 ? 'fix' : !begun ? 'empty' : mine.length > 0 ? 'started' : 'done';
    return { id, label, fields, state, fix };
  });
}
