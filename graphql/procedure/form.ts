import type { Field, FieldCondition, Label, Procedure } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import type { FormField } from '../types.generated';

/** Parts of the form; a procedure that names none has one. */
export function stepsOf({ application }: Procedure): { id: string; label: Label }[] {
  return application.steps ?? [{ id: 'application', label: { ru: 'Заявление', en: 'Application' } }];
}

/** A field of the form with its words in one language. */
export function formField(procedure: Procedure, field: Field, language: Language): FormField {
  const { maxBytes, filesPerIndicator } = procedure.portfolio.fileLimits;
  const takesFiles = field.type === 'file' || field.type === 'files';
  return {
    id: field.id,
    type: field.type,
    label: field.label[language],
    hint: field.hint?.[language] ?? null,
    required: field.required,
    options: (field.options ?? []).map(({ value, label }) => ({ value, label: label[language] })),
    indefinite: field.indefinite?.[language] ?? null,
    accept: field.accept ?? [],
    maxBytes: takesFiles ? maxBytes : 0,
    maxFiles: field.type === 'files' ? filesPerIndicator : takesFiles ? 1 : 0,
    dependsOn: field.dependsOn ?? null,
    visibleWhen: conditionOf(field.visibleWhen),
    requiredWhen: conditionOf(field.requiredWhen),
    step: field.step ?? stepsOf(procedure)[0]?.id ?? null,
  };
}

const conditionOf = (condition: FieldCondition | undefined) =>
  condition ? { field: condition.field, equals: condition.equals ?? null, notEmpty: condition.notEmpty ?? null } : null;
