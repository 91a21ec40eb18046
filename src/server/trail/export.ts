import { changesOf } from '@graphql/administration/auditChanges';
import { type AuditPlace, type AuditWish, findAuditEntries } from '@graphql/administration/auditEntries.sql';
import { AuditEntry as words } from '@graphql/administration/resolvers/AuditEntry';
import type { GraphQLResolveInfo } from 'graphql';
import type { AuditEntry } from '@/generated/prisma/client';
import { messages } from '@/messages/messages';
import { writeAudit } from '../audit';
import { createLoaders, type GraphQLContext, getViewerAs } from '../context';
import { prisma } from '../prisma';
import { storable } from '../storableText';
import { BYTE_ORDER_MARK, csvRow } from './csv';
import { saidFilter } from './saidFilter';
import { withAuditSource } from './source';

/** Rows that are read and put into words at once. */
const STEP = 500;

type Word = keyof typeof words;

/** The lines a filter finds as a table, written while it is read: its size is bounded by nothing but the trail. The export is itself a line. */
export async function* exportLines(context: GraphQLContext, asked: AuditWish): AsyncGenerator<string> {
  const viewer = getViewerAs(context, 'ADMINISTRATOR');
  const wish = storable(asked);
  const { address, requestId, session, language } = context;
  const source = { address, requestId, sessionId: session?.sessionId ?? null };
  await withAuditSource(source, () =>
    writeAudit(prisma, viewer, {
      action: 'export_trail',
      objectType: 'List',
      objectId: 'auditEntries',
      data: { filter: saidFilter(wish) },
    }),
  );
  const t = messages[language].admin.audit;
  const zone = context.region?.timezone ?? 'UTC';
  yield BYTE_ORDER_MARK + csvRow([t.day, t.at, t.who, t.role, t.what, t.detail, t.from, t.to, t.case, t.address]);
  for (let after: AuditPlace | null = null; ; ) {
    const rows: AuditEntry[] = await findAuditEntries(viewer.regionId, zone, wish, { after, limit: STEP });
    // Loaders remember what they read: each step gets its own.
    const step = { ...context, loaders: createLoaders() };
    const cells = await Promise.all(rows.map((row) => cellsOf(row, step, zone)));
    yield cells.map(csvRow).join('');
    const last = rows.at(-1);
    if (!last || rows.length < STEP) return;
    after = { at: last.at.toISOString(), id: last.id };
  }
}

async function cellsOf(row: AuditEntry, context: GraphQLContext, zone: string): Promise<(string | null)[]> {
  const said = async (name: Word): Promise<string | null> => {
    const resolve = words[name] as unknown as (
      row: AuditEntry,
      args: object,
      context: GraphQLContext,
      info?: GraphQLResolveInfo,
    ) => unknown;
    return ((await resolve(row, {}, context)) ?? null) as string | null;
  };
  const [who, role, what, detail, number] = await Promise.all(
    (['accountName', 'roleLabel', 'sentence', 'detail', 'applicationNumber'] as const).map(said),
  );
  const changes = await changesOf(row, context);
  const hidden = messages[context.language].admin.audit.hidden;
  // A cell of several values says whose each is.
  const values = (which: 'from' | 'to') =>
    changes
      .map((change) => ({ label: changes.length > 1 ? `${change.label}: ` : '', value: change.hidden ? hidden : (change[which] ?? '') }))
      .map(({ label, value }) => label + value)
      .join('\n');
  return [
    new Intl.DateTimeFormat('ru', { timeZone: zone, dateStyle: 'short' }).format(row.at),
    new Intl.DateTimeFormat('ru', { timeZone: zone, timeStyle: 'medium' }).format(row.at),
    who ?? '',
    role ?? '',
    what ?? '',
    [...changes.map(({ label }) => label), detail].filter(Boolean).join(' · '),
    values('from'),
    values('to'),
    number ?? '',
    row.address ?? '',
  ];
}
