import { conditionHolds, fieldVisible, NAME_COLUMNS } from '@/domain/applicationForm';
import type { Facts } from '@/domain/case/facts';
import { type EntryColumn, type EntryValue, entryShape } from '@/domain/evidence';
import { offeredPositions } from '@/domain/procedure/document';
import type { Field, Form, Indicator, Leaf, Procedure } from '@/domain/procedure/shape';
import { allowedScores } from '@/domain/scoring';
import type { CaseRow } from '../facts';
import { prisma } from '../prisma';

/** Plausible answers of a demo, made from what the procedure asks; nothing here knows a region. */

/** What a walk is to lead to, by field id: a position, a category, a form of attestation. */
export type Wishes = Readonly<Record<string, string>>;

/** The next field of the form that must still be answered and has an answer here, or null. */
export async function nextAnswer(
  procedure: Procedure,
  application: CaseRow,
  facts: Facts,
  wishes: Wishes,
): Promise<{ field: Field; value: string | null } | null> {
  for (const field of procedure.application.fields) {
    const isFile = field.type === 'file' || field.type === 'files';
    const there = isFile ? (facts.fieldFiles[field.id] ?? 0) > 0 : Boolean(facts.values[field.id]);
    if (there || !fieldVisible(field, facts.values)) continue;
    const needed = field.required && (!field.requiredWhen || conditionHolds(field.requiredWhen, facts.values));
    const wished = wishes[field.id];
    if (!needed && wished === undefined && !NAME_COLUMNS[field.id]) continue;
    if (isFile) return { field, value: null };
    const value = wished ?? (await plainAnswer(procedure, application, field, facts));
    if (value) return { field, value };
  }
  return null;
}

async function plainAnswer(procedure: Procedure, application: CaseRow, field: Field, facts: Facts): Promise<string> {
  const account = await prisma.account.findUniqueOrThrow({ where: { id: application.accountId } });
  const name = NAME_COLUMNS[field.id];
  // A patronymic that nobody has told stays empty.
  if (name && (account[name] || !field.required)) return account[name];
  switch (field.type) {
    case 'email':
      return account.email ?? 'pochta@demo.example';
    case 'phone':
      return '+7 900 000-00-00';
    case 'number':
      return '14';
    case 'date':
      return field.indefinite ? 'indefinite' : '2021-09-01';
    case 'birth_date':
      return '1984-05-17';
    case 'checkbox':
      return 'true';
    case 'snils':
      return account.snils ?? '112-233-445 95';
    case 'select':
      return field.options?.[0]?.value ?? '';
    case 'category':
      return procedure.categories.find((c) => c.offered && !c.requires)?.id ?? '';
    case 'held_category':
      return procedure.categories[0]?.id ?? '';
    case 'position':
      return offeredPositions(procedure)[0]?.id ?? '';
    case 'municipality':
      return (await placeOf(application)).municipalityId;
    case 'organisation':
      return (await placeOf(application, String(facts.values.municipality ?? ''))).id;
    case 'identity_document':
      return 'Паспорт 00 00 000000';
    case 'text':
      return 'Сведения для показа';
    case 'file':
    case 'files':
      return '';
  }
}

/** An organisation of the case's region: where the teacher is an employee, else the first of the municipality, else the first of all. */
async function placeOf({ regionId, accountId }: CaseRow, municipalityId?: string) {
  const employee = await prisma.employee.findFirst({ where: { regionId, accountId }, include: { organisation: true } });
  if (employee) return employee.organisation;
  const where = { regionId, ...(municipalityId && { municipalityId }) };
  return prisma.organisation.findFirstOrThrow({ where, orderBy: { id: 'asc' } });
}

/** A value of an indicator that is no file; null where only a file will do. */
export function entryValue(form: Form, indicator: Indicator): EntryValue | null {
  const shape = entryShape(form, indicator);
  if (!shape) return null;
  if (shape.kind === 'choices') return { values: shape.options.slice(0, Math.min(2, shape.maxChoices)).map((o) => o.value) };
  return Object.fromEntries(shape.columns.map((column) => [column.id, cell(column)]));
}

function cell({ id, type, options }: EntryColumn): string | number {
  switch (type) {
    case 'number':
      // A share or a number of people is no year.
      return id === 'year' ? 2024 : 48;
    case 'date':
      return '2025-11-20';
    case 'url':
      return 'https://school.example/materials';
    case 'choice':
      return options[0]?.value ?? '';
    case 'text':
    case 'long':
      return 'Сведения для показа';
  }
}

/** A score of a criterion: this share of its maximum, on a value the rule allows. */
export function scoreValue(procedure: Procedure, leaf: Leaf, share: number): string {
  const { min, max, step, options } = allowedScores(procedure, leaf);
  const aim = Number(max) * share;
  const near = (values: number[]) => values.reduce((best, v) => (Math.abs(v - aim) < Math.abs(best - aim) ? v : best));
  if (options.length > 0) return String(near(options.map((o) => Number(o.value)).filter((v) => v <= Number(max))));
  const steps = Math.round((aim - Number(min)) / Number(step));
  return String(Math.min(Number(max), Number(min) + steps * Number(step)));
}
