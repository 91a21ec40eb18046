import type { Field, Procedure } from '@/domain/procedure/shape';
import type { Viewer } from '@/domain/viewer';
import type { Account, Prisma } from '@/generated/prisma/client';
import { newId } from '@/server/ids';

interface Beginning {
  viewer: Viewer;
  versionId: string;
  procedure: Procedure;
  account: Account;
  at: Date;
}

/** The row of an application that has just begun; what the account knows is filled in (prefillFrom: profile). */
export function newDraft({ viewer, versionId, procedure, account, at }: Beginning): Prisma.ApplicationUncheckedCreateInput {
  const known = procedure.application.fields.flatMap((field) => {
    const value = field.prefillFrom === 'profile' ? profileValue(field, account) : '';
    return value ? [[field.id, value] as const] : [];
  });
  const { lastName, firstName, patronymic } = account;
  const { regionId } = viewer;
  return {
    id: newId(),
    regionId,
    procedureVersionId: versionId,
    accountId: viewer.accountId,
    status: 'DRAFT',
    values: Object.fromEntries(known),
    lastName,
    firstName,
    patronymic,
    createdAt: at,
    updatedAt: at,
    statusChangedAt: at,
    // Where evidence may be gathered before the application is sent, the portfolio begins with it.
    ...(gathersEarly(procedure) && { portfolio: { create: { id: newId(), regionId, status: 'DRAFT', createdAt: at } } }),
    timeline: {
      create: { id: newId(), regionId, at, actorId: viewer.accountId, actorRole: viewer.role, kind: 'create', toStatus: 'DRAFT' },
    },
  };
}

/** Answers that are kept in columns of their own too, because lists and letters use them. */
export const NAME_COLUMNS: Readonly<Record<string, 'lastName' | 'firstName' | 'patronymic'>> = {
  last_name: 'lastName',
  first_name: 'firstName',
  patronymic: 'patronymic',
};

function gathersEarly(procedure: Procedure): boolean {
  const draft = procedure.statuses.application.find((words) => words.status === 'DRAFT');
  return procedure.portfolio.teacherMayEdit !== false && (draft?.may?.includes('edit_portfolio') ?? false);
}

function profileValue(field: Field, account: Account): string {
  const name = NAME_COLUMNS[field.id];
  if (name) return account[name];
  return field.type === 'email' ? (account.email ?? '') : field.type === 'phone' ? account.phone : '';
}
