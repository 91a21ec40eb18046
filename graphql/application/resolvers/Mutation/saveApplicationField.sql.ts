import { NAME_COLUMNS } from '@/domain/applicationForm';
import { type Problem, problem } from '@/domain/problems';
import type { Field, Procedure } from '@/domain/procedure/shape';
import type { Viewer } from '@/domain/viewer';
import { auditInsert, auditWho } from '@/server/audit';
import { Prisma, prisma } from '@/server/prisma';

interface Answer {
  viewer: Viewer;
  applicationId: string;
  procedure: Procedure;
  field: Field;
  /** Empty text takes the answer away. */
  value: string;
}

/**
 * Writes one answer in one statement that carries its own gate: own case, a status in which the procedure lets the teacher edit, an
 * organisation of the chosen municipality. The columns that lists use stay in step. False = nothing was written.
 * The update waits for the row of `before`: were it first, nothing would be left to lock there, and no line written.
 */
export async function saveField({ at, ...answer }: Answer & { at: Date }): Promise<boolean> {
  const { viewer, applicationId, procedure } = answer;
  const { set, and, drop, released } = partsOf(answer);
  const rows = await prisma.$queryRaw<{ id: string }[]>(Prisma.sql`
    with before as materialized (
      select a.id as "caseId", a.values->>${answer.field.id} as former from "Application" a where a.id = ${applicationId}::uuid for update
    ), saved as (
      update "Application" a
      set values = (a.values - ${drop}) || ${patchOf(answer)}::jsonb, version = a.version + 1, "updatedAt" = ${at}${set}
      from before where a.id = before."caseId" and a."accountId" = ${viewer.accountId}::uuid and a."regionId" = ${viewer.regionId}::uuid
        and a."discardedAt" is null and a.status = any(${editable(procedure)}) ${and}
      returning a.id, a."organisationId"
    )${released}, changed as (
      select saved.id, before.former from saved, before where before.former is distinct from ${answer.value || null}::text
    ), audited as (${auditInsert(Prisma.sql`${auditWho(viewer, { action: 'save_field' })}`, {
      action: 'save_field',
      objectType: 'Application',
      objectId: Prisma.sql`changed.id::text`,
      applicationId: Prisma.sql`changed.id`,
      data: Prisma.sql`jsonb_build_object('field', ${answer.field.id}::text, 'from', changed.former, 'to', ${answer.value || null}::text)`,
      from: 'changed',
    })})
    select id from saved`);
  return rows.length === 1;
}

const editable = (procedure: Procedure): string[] =>
  procedure.statuses.application.filter((s) => s.may?.includes('edit_application')).map((s) => s.status);

const patchOf = ({ field, value }: Answer): string => JSON.stringify(value === '' ? {} : { [field.id]: value });

const NOTHING = Prisma.empty;

interface Parts {
  /** Further columns. */
  set: Prisma.Sql;
  /** Further conditions. */
  and: Prisma.Sql;
  /** Answers that go, as a text array. */
  drop: Prisma.Sql;
  /** What happens to the employer's record. */
  released: Prisma.Sql;
}

function partsOf({ field, value, procedure }: Answer): Parts {
  const id = value || null;
  const own: Parts = { set: NOTHING, and: NOTHING, drop: Prisma.sql`${[field.id]}::text[]`, released: NOTHING };
  switch (field.type) {
    case 'position':
      return { ...own, set: Prisma.sql`, "positionId" = ${id}` };
    case 'category':
      return { ...own, set: Prisma.sql`, "categoryId" = ${id}` };
    case 'municipality': {
      const places = procedure.application.fields.filter((f) => f.dependsOn === field.id).map((f) => f.id);
      const stays = Prisma.sql`a."municipalityId" is not distinct from ${id}::uuid`;
      return {
        set: Prisma.sql`, "municipalityId" = ${id}::uuid, "organisationId" = case when ${stays} then a."organisationId" end`,
        and: id
          ? Prisma.sql`and exists (select 1 from "Municipality" m where m.id = ${id}::uuid and m."regionId" = a."regionId")`
          : NOTHING,
        drop: Prisma.sql`case when ${stays} then ${[field.id]}::text[] else ${[field.id, ...places]}::text[] end`,
        released: NOTHING,
      };
    }
    case 'organisation': {
      if (!id) return { ...own, set: Prisma.sql`, "organisationId" = null` };
      const within = field.dependsOn ? Prisma.sql`and o."municipalityId" = a."municipalityId"` : NOTHING;
      const chosen = Prisma.sql`from "Organisation" o where o.id = ${id}::uuid and o."regionId" = a."regionId" ${within}`;
      return {
        ...own,
        set: Prisma.sql`, "organisationId" = ${id}::uuid, "municipalityId" = (select o."municipalityId" ${chosen})`,
        and: Prisma.sql`and exists (select 1 ${chosen})`,
        // A school that changes while the application is returned is asked anew when it is sent again.
        released: Prisma.sql`, released as (
          update "EmployerConfirmation" e
          set status = 'NOT_ASKED', "organisationId" = saved."organisationId", reason = null, "disputedFields" = '{}', "answeredAt" = null
          from saved where e."applicationId" = saved.id and e."organisationId" <> saved."organisationId"
        )`,
      };
    }
    case 'text':
    case 'number':
    case 'date':
    case 'birth_date':
    case 'identity_document':
    case 'email':
    case 'phone':
    case 'snils':
    case 'checkbox':
    case 'select':
    case 'held_category':
    case 'file':
    case 'files': {
      const column = NAME_COLUMNS[field.id];
      return column ? { ...own, set: Prisma.sql`, ${Prisma.raw(`"${column}"`)} = ${value}` } : own;
    }
  }
}

/** Why an answer was not written, asked after the fact. */
export async function refusedField({ viewer, applicationId, procedure, field }: Answer): Promise<Problem> {
  const open = await prisma.application.count({
    where: { id: applicationId, accountId: viewer.accountId, status: { in: editable(procedure) }, discardedAt: null },
  });
  if (!open) return problem('WRONG_STATUS', ['field', field.id]);
  return problem(field.type === 'organisation' ? 'ORGANISATION_NOT_IN_MUNICIPALITY' : 'VALUE_NOT_LISTED', ['field', field.id]);
}
