import type { Field, FieldCondition, Label, Procedure } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import { emptyText } from '../application/answers';
import type { FormField } from '../types.generated';

type Part = { id: string; label: Label };

/** Parts of a form that names none: about the person, the place of work, what is asked for, papers; in this order, empty ones left out. */
const PLAIN_PARTS: readonly (Part & { types: readonly Field['type'][] })[] = [
  { id: 'person', label: { ru: 'О вас', en: 'About you' }, types: ['text', 'email', 'phone', 'snils', 'number', 'checkbox'] },
  {
    id: 'work',
    label: { ru: 'Место работы и должность', en: 'Place of work and position' },
    types: ['municipality', 'organisation', 'position'],
  },
  { id: 'request', label: { ru: 'Категория', en: 'Category' }, types: ['category', 'held_category', 'select', 'date'] },
  { id: 'documents', label: { ru: 'Документы', en: 'Documents' }, types: ['file', 'files'] },
];

/** The part of a field: the procedure's, else by its kind; a condition keeps a field beside the one it depends on. */
function stepOf({ application }: Procedure, field: Field): string {
  if (application.steps) return field.step ?? application.steps[0]?.id ?? '';
  const on = application.fields.find((f) => f.id === field.visibleWhen?.field);
  const kind = on && !takesFiles(field) ? on.type : field.type;
  return PLAIN_PARTS.find((part) => part.types.includes(kind))?.id ?? 'person';
}

/** Parts of the form in their order. */
export function stepsOf(procedure: Procedure): Part[] {
  const { steps, fields } = procedure.application;
  return steps ?? PLAIN_PARTS.filter(({ id }) => fields.some((field) => stepOf(procedure, field) === id));
}

const takesFiles = ({ type }: Field) => type === 'file' || type === 'files';

/** A field of the form with its words in one language. */
export function formField(procedure: Procedure, field: Field, language: Language): FormField {
  const { maxBytes, filesPerIndicator, extensions } = procedure.portfolio.fileLimits;
  const ofFiles = takesFiles(field);
  return {
    id: field.id,
    type: field.type,
    label: field.label[language],
    hint: field.hint?.[language] ?? null,
    required: field.required,
    options: (field.options ?? []).map(({ value, label }) => ({ value, label: label[language] })),
    indefinite: field.indefinite?.[language] ?? null,
    emptyMeans: emptyText(field, language) || null,
    accept: field.accept ?? (ofFiles ? extensions : []),
    maxBytes: ofFiles ? maxBytes : 0,
    maxFiles: field.type === 'files' ? filesPerIndicator : ofFiles ? 1 : 0,
    dependsOn: field.dependsOn ?? null,
    visibleWhen: conditionOf(field.visibleWhen),
    requiredWhen: conditionOf(field.requiredWhen),
    step: stepOf(procedure, field),
  };
}

const conditionOf = (condition: FieldCondition | undefined) =>
  condition ? { field: condition.field, equals: condition.equals ?? null, notEmpty: condition.notEmpty ?? null } : null;
