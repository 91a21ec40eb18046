import { fieldVisible, INDEFINITE } from '@/domain/applicationForm';
import { formatDay } from '@/domain/days';
import type { FieldValue } from '@/domain/facts';
import type { Field, Procedure } from '@/domain/procedure/shape';
import type { Language } from '@/domain/procedure/vocabulary';
import type { EvidenceFile } from '@/generated/prisma/client';
import { type GraphQLContext, getViewer } from '@/server/context';
import type { Case } from '@/server/facts';
import { maySee } from '@/server/visibility';

/** Fields with a person's contacts; shown by role (visibility.ts). */
export const CONTACT_FIELDS: readonly string[] = ['email', 'phone', 'snils'];

export interface Answer {
  fieldId: string;
  label: string;
  value: string;
  files: EvidenceFile[];
}

/** The answers of a form as people read them, in the form's order; hidden fields and contacts the viewer may not see are left out. */
export async function answersOf({ application, procedure, facts }: Case, context: GraphQLContext): Promise<Answer[]> {
  const contacts = maySee(getViewer(context), 'contact');
  const fields = procedure.application.fields.filter(
    (field) => fieldVisible(field, facts.values) && (contacts || !CONTACT_FIELDS.includes(field.id)),
  );
  return Promise.all(
    fields.map(async (field) => ({
      fieldId: field.id,
      label: field.label[context.language],
      value: await valueText(field, facts.values[field.id] ?? null, procedure, context),
      files: application.files.filter((file) => file.fieldId === field.id && file.status === 'STORED'),
    })),
  );
}

const YES: Record<Language, string> = { ru: 'да', en: 'yes' };

async function valueText(field: Field, value: FieldValue, procedure: Procedure, context: GraphQLContext): Promise<string> {
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
      return text === INDEFINITE ? (field.indefinite?.[language] ?? '') : formatDay(text, language);
    default:
      return text;
  }
}
