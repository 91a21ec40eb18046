import { roleLabel, wordingLabel } from '@/domain/labels';
import type { ActorRole } from '@/domain/procedure/vocabulary';
import type { AuditEntry } from '@/generated/prisma/client';
import { type Sex, trailWords } from '@/messages/trailSentence';
import { type GraphQLContext, getViewer } from '@/server/context';
import type { Case } from '@/server/facts';
import { fullName } from '@/server/fullName';
import { getCurrentProcedure } from '@/server/procedures';

type Data = Record<string, string | number | boolean | null | object | undefined>;
export const dataOf = (row: AuditEntry): Data => (row.data ?? {}) as Data;

/** The case of a line, where it is of the reader's region. */
export async function caseOf({ applicationId }: AuditEntry, context: GraphQLContext): Promise<Case | null> {
  const found = applicationId ? await context.loaders.case.load(applicationId) : null;
  return found && found.application.regionId === getViewer(context).regionId ? found : null;
}

const nameOf = async (id: string | null, context: GraphQLContext): Promise<string | null> => {
  const account = id ? await context.loaders.account.load(id) : null;
  return account && (fullName(account) || account.login);
};

export const accountNameOf = nameOf;

export async function sexOf(id: string | null, context: GraphQLContext): Promise<Sex> {
  const sex = id ? (await context.loaders.account.load(id))?.sex : null;
  return sex === 'female' || sex === 'male' ? sex : null;
}

/** A role in the word of the reader's region. */
export async function roleWord(role: unknown, context: GraphQLContext): Promise<string | null> {
  if (typeof role !== 'string') return null;
  const { procedure } = await getCurrentProcedure(getViewer(context).regionId);
  return roleLabel(procedure, role as ActorRole, context.language);
}

/** With what an act was done: role, person, condition and count, the statuses of a case. */
export async function detailOf(row: AuditEntry, context: GraphQLContext): Promise<string | null> {
  const { language } = context;
  const data = dataOf(row);
  const words = trailWords(language);
  const parts: (string | null)[] = [];
  if (typeof data.count === 'number') parts.push(counted(data.count, language));
  const search = searchOf(data.filter);
  if (search) parts.push(`${words.condition} «${search}»`);
  if (typeof data.title === 'string') parts.push(`«${data.title}»`);
  if (row.action !== 'choose_role' || data.role) parts.push(await roleWord(data.role, context));
  if (row.personId && row.personId !== row.accountId) parts.push(await nameOf(row.personId, context));
  const found = data.from && data.to && row.action !== 'save_field' && row.objectType === 'Application' ? await caseOf(row, context) : null;
  if (found) {
    const label = (status: unknown, wording: unknown) => `«${wordingLabel(found.procedure, String(status), String(wording), language)}»`;
    parts.push(`${label(data.from, data.fromWording)} → ${label(data.to, data.toWording)}`);
  }
  return parts.filter(Boolean).join(' · ') || null;
}

const counted = (count: number, language: 'ru' | 'en'): string => {
  if (language === 'en') return `${count} ${count === 1 ? 'record' : 'records'}`;
  const form = new Intl.PluralRules('ru').select(count);
  return `${count} ${form === 'one' ? 'запись' : form === 'few' ? 'записи' : 'записей'}`;
};

/** What was searched for in a list that was read. */
function searchOf(filter: unknown): string | null {
  const { search, person, number, filter: inner } = (filter ?? {}) as Record<string, unknown>;
  const typed = [search, person, number].filter((text) => typeof text === 'string' && text !== '');
  if (typed.length > 0) return typed.join(', ');
  return inner ? searchOf(inner) : null;
}
