import { NAME_COLUMNS } from '@/domain/applicationForm';
import { type CardHolder, cardAnswer } from '@/domain/cardMatch';
import type { Field, Procedure } from '@/domain/procedure/shape';
import type { Viewer } from '@/domain/viewer';
import type { Account, Prisma } from '@/generated/prisma/client';
import { newId } from '@/server/ids';
import { readableEmail } from '@/server/readableEmail';

interface Beginning {
  viewer: Viewer;
  versionId: string;
  procedure: Procedure;
  account: Account;
  /** The school's card of this person, where there is one to begin with. */
  holder?: CardHolder | null;
  at: Date;
}

/** The row of an application that has just begun; what the account and the school's card know is filled in (prefillFrom). */
export function newDraft({ viewer, versionId, procedure, account, holder, at }: Beginning): Prisma.ApplicationUncheckedCreateInput {
  const known = procedure.application.fields.flatMap((field) => {
    const value =
      field.prefillFrom === 'card'
        ? holder && cardAnswer(field, holder)
        : field.prefillFrom === 'profile' || field.prefillFrom === 'esia'
          ? profileValue(field, account)
          : '';
    return value ? [[field.id, value] as const] : [];
  });
  const { lastName, firstName, patronymic } = holder ?? account;
  const { regionId } = viewer;
  const filled = (type: Field['type']) =>
    known.find(([id]) => procedure.application.fields.some((f) => f.id === id && f.type === type))?.[1];
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
    // The columns that decide who sees the case stand beside the answers they come from.
    municipalityId: filled('municipality') ?? null,
    organisationId: filled('organisation') ?? null,
    positionId: filled('position') ?? null,
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

function gathersEarly(procedure: Procedure): boolean {
  const draft = procedure.statuses.application.find((words) => words.status === 'DRAFT');
  return procedure.portfolio.teacherMayEdit !== false && (draft?.may?.includes('edit_portfolio') ?? false);
}

/** What the account knows; an identity provider that signed the person in has written its own knowledge there. */
function profileValue(field: Field, account: Account): string {
  const name = NAME_COLUMNS[field.id];
  if (name) return account[name];
  switch (field.type) {
    case 'email':
      return readableEmail(account.email ?? '');
    case 'phone':
      return account.phone;
    case 'snils':
      return account.snils ?? '';
    case 'text':
    case 'number':
    case 'date':
    case 'birth_date':
    case 'identity_document':
    case 'checkbox':
    case 'select':
    case 'municipality':
    case 'organisation':
    case 'position':
    case 'category':
    case 'held_category':
    case 'file':
    case 'files':
      return '';
  }
}
