import { isDeepStrictEqual } from 'node:util';
import { isAccountWide, type TrailAction } from '@/domain/trail';
import type { Viewer } from '@/domain/viewer';
import { now } from './clock';
import { newId } from './ids';
import { type Db, Prisma } from './prisma';
import { auditSource, noteAct } from './trail/source';

/** Who acts: in a role, or as the owner of an account. */
type Person = Pick<Viewer, 'accountId'> & Partial<Pick<Viewer, 'regionId' | 'role'>>;

export interface AuditRow {
  action: TrailAction;
  /** The record, by its table. */
  objectType: string;
  objectId: string;
  /** When it is not the viewer's own. */
  regionId?: string;
  /** The case it is about; an Application is its own. */
  applicationId?: string | null;
  /** The account of the person it is about; an Account is its own. */
  personId?: string | null;
  /** Ids and words; the former and new value of one thing under `from` and `to`, those of several fields saved at once under `changes`. */
  data?: Prisma.InputJsonObject;
  /** The session an act begins or ends, and the address, where the request does not say them. */
  source?: { sessionId?: string; address?: string };
}

/** A field that a save has changed, with its former and its new value. */
export type FieldChange = { field: string; from: Prisma.InputJsonValue | null; to: Prisma.InputJsonValue | null };

/** What a save changes of the fields it names; empty where it changes nothing: then there is nothing to tell. */
export function changesBetween<Row extends object>(before: { readonly [field in keyof Row]?: unknown }, after: Row): FieldChange[] {
  const plain = (value: unknown): Prisma.InputJsonValue | null =>
    value === undefined || value === '' ? null : (value as Prisma.InputJsonValue | null);
  return (Object.keys(after) as (keyof Row & string)[]).flatMap((field) => {
    const [from, to] = [plain(before[field]), plain(after[field])];
    return isDeepStrictEqual(from, to) ? [] : [{ field, from, to }];
  });
}

/** Writes one line of the trail: who did what to which record, from where, by the real clock and the clock of business terms. */
export async function writeAudit(db: Db, viewer: Person | null, row: AuditRow): Promise<void> {
  const { action, objectType, objectId } = row;
  const applicationId = row.applicationId ?? (objectType === 'Application' ? objectId : null);
  const personId = row.personId ?? (objectType === 'Account' ? objectId : null);
  await db.$executeRaw(
    auditInsert(Prisma.sql`${auditWho(viewer, row)}`, {
      action,
      objectType,
      objectId: Prisma.sql`${objectId}`,
      applicationId: Prisma.sql`${applicationId}::uuid`,
      personId: Prisma.sql`${personId}::uuid`,
      data: Prisma.sql`${JSON.stringify(row.data ?? {})}::jsonb`,
    }),
  );
}

/** What a line says of who did it and from where, as the one JSON parameter of an `auditInsert`. */
export function auditWho(viewer: Person | null, { action, regionId, source }: Pick<AuditRow, 'action' | 'regionId' | 'source'>): string {
  noteAct();
  return JSON.stringify({
    id: newId(),
    businessAt: now().toISOString(),
    regionId: isAccountWide(action) ? null : (regionId ?? viewer?.regionId ?? null),
    accountId: viewer?.accountId ?? null,
    role: viewer?.role ?? null,
    ...auditSource(),
    ...source,
  });
}

/**
 * The insert of a line, the only place that names the columns: for statements that write and leave their line at once. `who` is the parameter that holds
 * `auditWho`; the other parts are expressions over the row of `from`, a common table expression of one row at most, where the line depends on one.
 */
export function auditInsert(
  who: Prisma.Sql,
  row: {
    action: TrailAction;
    objectType: string;
    objectId: Prisma.Sql;
    applicationId?: Prisma.Sql;
    personId?: Prisma.Sql;
    data?: Prisma.Sql;
    from?: string;
  },
): Prisma.Sql {
  const nothing = Prisma.sql`null::uuid`;
  return Prisma.sql`
    insert into "AuditEntry" (id, "businessAt", "regionId", "accountId", role, "sessionId", "requestId", address,
      action, "objectType", "objectId", "applicationId", "personId", data)
    select who.*, ${Prisma.raw(`'${row.action}', '${row.objectType}'`)}, ${row.objectId}, ${row.applicationId ?? nothing}, ${row.personId ?? nothing},
      ${row.data ?? Prisma.sql`'{}'::jsonb`}
    from jsonb_to_record(${who}::jsonb) as who(id uuid, "businessAt" timestamptz, "regionId" uuid, "accountId" uuid, role text,
      "sessionId" uuid, "requestId" text, address text)${row.from ? Prisma.raw(`, ${row.from}`) : Prisma.empty}`;
}
