import { fieldVisible, INDEFINITE } from '@/domain/applicationForm';
import type { FieldValue } from '@/domain/case/facts';
import { formatDay } from '@/domain/days';
import type { Field, Procedure } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import { mayReadField } from '@/domain/rights';
import type { EvidenceFile } from '@/generated/prisma/client';
import { type GraphQLContext, getViewer } from '@/server/context';
import type { Case } from '@/server/facts';
import { readableEmail } from '@/server/readableEmail';
import { mayReadFile, readerOf } from '@/server/reading';

export interface Answer {
  fieldId: string;
  label: string;
  value: string;
  files: EvidenceFile[];
}

/** The fields of a case's form that the viewer reads, in the form's order. */
function readFields(found: Case, context: GraphQLContext): Field[] {
  const reader = readerOf(getViewer(context), found);
  return found.procedure.application.fields.filter((field) => mayReadField(found, reader, field));
}

/** The answers of a form as people read them, in the form's order; hidden fields and what the viewer may not read are left out. */
export function answersOf(found: Case, context: GraphQLContext): Promise<Answer[]> {
  const { application, procedure, facts } = found;
  const viewer = getViewer(context);
  const files = application.files.filter((file) => file.status === 'STORED' && mayReadFile(viewer, found, file));
  return Promise.all(
    readFields(found, context)
      .filter((field) => fieldVisible(field, facts.values))
      .map(async (field) => ({
        fieldId: field.id,
        label: field.label[context.language],
        value: (await valueText(field, facts.values[field.id] ?? null, procedure, context)) || emptyText(field, context.language),
        files: files.filter((file) => file.fieldId === field.id),
      })),
  );
}

/** Saved values as the form edits them, of the fields the viewer reads. */
export const fieldValuesOf = (found: Case, context: GraphQLContext): { fieldId: string; value: string }[] =>
  readFields(found, context).flatMap(({ id }) => {
    const value = found.facts.values[id] ?? null;
    return value === null || value === '' || value === false ? [] : [{ fieldId: id, value: String(value) }];
  });

const NONE_HELD: Record<Language, string> = { ru: 'Никакой не было', en: 'None so far' };

/** What an empty answer says: a category that was never held is an answer, in the region's words where it has some. */
export const emptyText = (field: Field, language: Language): string =>
  field.emptyMeans?.[language] ?? (field.type === 'held_category' ? NONE_HELD[language] : '');

const YES: Record<Language, string> = { ru: 'да', en: 'yes' };

export async function valueText(field: Field, value: FieldValue, procedure: Procedure, context: GraphQLContext): Promise<string> {
  if (value === null || value === '' || value === false) return '';
  const { language, loaders } = context;
  const text = String(value);
  switch (field.type) {
    case 'checkbox':
      return YES[language];
    case 'municipality':
      return (await loaders.municipality.load(text))?.name ?? '';
    case 'organisation':
      return (await loaders.organisation.load(text))?.name ?? '';
    case 'position':
      return procedure.positions.find((p) => p.id === value)?.label[language] ?? '';
    case 'category':
    case 'held_category':
      return procedure.categories.find((c) => c.id === value)?.label[language] ?? '';
    case 'select':
      return field.options?.find((o) => o.value === value)?.label[language] ?? '';
    case 'date':
    case 'birth_date':
      return text === INDEFINITE ? (field.indefinite?.[language] ?? '') : formatDay(text, language);
    case 'email':
      return readableEmail(text);
    case 'text':
    case 'number':
    case 'phone':
    case 'snils':
    case 'identity_document':
    case 'file':
    case 'files':
      return text;
  }
}
