import { findIndicator } from '@/domain/card';
import { formatDay } from '@/domain/days';
import { entryShape, entryText } from '@/domain/evidence';
import type { Procedure } from '@/domain/procedure/shape';
import { mayReadEvidence, mayReadField, RIGHTS } from '@/domain/rights';
import { periodLabel } from '@/domain/schedule';
import type { AuditEntry } from '@/generated/prisma/client';
import { trailField, trailWords } from '@/messages/trailSentence';
import { type GraphQLContext, getViewer } from '@/server/context';
import type { Case } from '@/server/facts';
import { getCurrentProcedure } from '@/server/procedures';
import { readerOf } from '@/server/reading';
import { mayReadEmployees } from '@/server/visibility';
import { valueText } from '../application/answers';
import { caseOf, dataOf } from './auditWords';

/** A value that an act has changed, in words; a line of the trail says it the same way on the screen and in the export. */
export interface Change {
  label: string;
  from: string | null;
  to: string | null;
  hidden: boolean;
}
interface Stored {
  field: string;
  from?: unknown;
  to?: unknown;
}
type Word = (value: unknown) => string | null | Promise<string | null>;

const plain = (value: unknown): string | null => (value === null || value === undefined || value === '' ? null : String(value));
const ENTRY_ACTS = ['add_entry', 'change_entry', 'remove_entry', 'restore_entry', 'save_card_entry', 'remove_card_entry'];

/** One change in words; nothing but its label where the reader may not read the values. */
async function told(label: string, open: boolean, { from, to }: Omit<Stored, 'field'>, word: Word = plain): Promise<Change> {
  if (!open) return { label, from: null, to: null, hidden: true };
  const [before, after] = await Promise.all([from, to].map(word));
  return { label, from: before || null, to: after || null, hidden: false };
}

/** Former and new values of what a line has changed; those of kinds the reader does not read where they stand are hidden here as well. */
export async function changesOf(row: AuditEntry, context: GraphQLContext): Promise<Change[]> {
  const { action } = row;
  const data = dataOf(row);
  if (ENTRY_ACTS.includes(action)) return [await entryChange(row, context)];
  if (action === 'save_profile' || action === 'update_employee') return personChanges(row, context);
  const found = await caseOf(row, context);
  if (!found) return [];
  if (action === 'save_field') return fieldChange(found, data, context);
  if (action === 'save_score' || action === 'save_recommendations') return sheetChanges(found, row, context);
  return Promise.all(storedIn(row).map((change) => caseChange(found, change, context)));
}

const storedIn = (row: AuditEntry): Stored[] => {
  const { changes } = dataOf(row);
  return Array.isArray(changes) ? (changes as Stored[]) : [];
};

async function fieldChange(found: Case, data: ReturnType<typeof dataOf>, context: GraphQLContext): Promise<Change[]> {
  const field = found.procedure.application.fields.find(({ id }) => id === data.field);
  if (!field) return [];
  const { submittedAt, practice } = found.application;
  // A draft is the teacher's own affair.
  const open = (submittedAt !== null || practice) && mayReadField(found, readerOf(getViewer(context), found), field);
  const word: Word = (value) => (plain(value) === null ? null : valueText(field, String(value), found.procedure, context));
  return [await told(field.label[context.language], open, data, word)];
}

async function sheetChanges(found: Case, row: AuditEntry, context: GraphQLContext): Promise<Change[]> {
  const { language } = context;
  const data = dataOf(row);
  const words = trailWords(language);
  const open = RIGHTS[getViewer(context).role].other_scores;
  if (row.action === 'save_recommendations') return [await told(words.recommendations, open, data)];
  const criterion = (found.form?.criteria && labelIn(found.form.criteria, String(data.criterion), language)) ?? words.criterion;
  const changes: Promise<Change>[] = [];
  if (data.from !== data.to) changes.push(told(criterion, open, data));
  if ('comment' in data) changes.push(told(`${criterion}: ${words.comment}`, open, { from: data.formerComment, to: data.comment }));
  return Promise.all(changes);
}

/** An entry of a portfolio or of a card. */
async function entryChange(row: AuditEntry, context: GraphQLContext): Promise<Change> {
  const { language } = context;
  const viewer = getViewer(context);
  const data = dataOf(row);
  const id = String(data.indicatorId);
  const found = await caseOf(row, context);
  const { forms } = found?.procedure ?? (await getCurrentProcedure(viewer.regionId)).procedure;
  const [known] = [found?.form ?? null, ...forms].flatMap((form) => {
    const place = findIndicator(form, id);
    return form && place ? [{ indicator: place.indicator, shape: entryShape(form, place.indicator) }] : [];
  });
  const open = found ? mayReadEvidence(found, readerOf(viewer, found), id) : RIGHTS[viewer.role].evidence && mayReadEmployees(viewer);
  const word: Word = (value) => (known?.shape && value ? entryText(known.shape, value, language) : null);
  return told(known?.indicator.label[language] ?? trailWords(language).entry, open, data, word);
}

/** What kind of data the stored fields of a person are; what stands in none of the lists is hidden. */
const NAMES = ['lastName', 'firstName', 'patronymic', 'language', 'positionId'];
const CONTACTS = ['email', 'phone'];
const IDENTITY = ['sex', 'snils'];

async function personChanges(row: AuditEntry, context: GraphQLContext): Promise<Change[]> {
  const viewer = getViewer(context);
  const { procedure } = await getCurrentProcedure(viewer.regionId);
  const rights = RIGHTS[viewer.role];
  const seen = row.objectType === 'Account' || mayReadEmployees(viewer);
  const isOpen = (field: string): boolean =>
    NAMES.includes(field) || (CONTACTS.includes(field) && rights.contact) || (IDENTITY.includes(field) && rights.identity);
  return Promise.all(
    storedIn(row).map((change) => {
      const word: Word = (value) => personWord(change.field, value, procedure, context);
      return told(trailField(context.language, change.field), seen && isOpen(change.field), change, word);
    }),
  );
}

function personWord(field: string, value: unknown, { positions }: Procedure, { language }: GraphQLContext): string | null {
  const words: Record<string, string> = trailWords(language).values;
  if (field === 'positionId') return positions.find(({ id }) => id === value)?.label[language] ?? null;
  return field === 'sex' || field === 'language' ? (words[String(value)] ?? null) : plain(value);
}

/** What acts change of a case beside its form: its number on the portal, its period, the last days of its terms. All who see the case read them. */
function caseChange({ procedure }: Case, change: Stored, { language }: GraphQLContext): Promise<Change> {
  const { field } = change;
  if (field === 'periodId')
    return told(trailField(language, field), true, change, (value) => (value ? periodLabel(procedure, String(value), language) : null));
  const term = procedure.deadlines.find(({ id }) => id === field);
  if (term) return told(term.label[language], true, change, (value) => (value ? formatDay(String(value), language) : null));
  return told(trailField(language, field), field === 'portalNumber', change);
}

/** The label of a criterion anywhere in the tree. */
function labelIn(nodes: unknown, id: string, language: 'ru' | 'en'): string | null {
  if (!nodes || typeof nodes !== 'object') return null;
  const node = nodes as { id?: unknown; label?: Record<string, string> };
  if (node.id === id && node.label) return node.label[language] ?? null;
  for (const inner of Object.values(nodes)) {
    const label = labelIn(inner, id, language);
    if (label) return label;
  }
  return null;
}
