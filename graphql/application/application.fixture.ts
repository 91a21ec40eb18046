import type { Role } from '@/domain/procedure/vocabulary';
import type { Account, Region } from '@/generated/prisma/client';
import {
  CreateApplicationDocument,
  DiscardApplicationDocument,
  ResubmitApplicationDocument,
  SaveApplicationFieldDocument,
  SubmitApplicationDocument,
  type TypedDocumentString,
  WithdrawApplicationDocument,
} from '@/gql/graphql';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { as, contextOf, dataOf, makeAccount, makePlace, type Place } from '@/testing/viewers';

/** A signed-in person: every call is a request of its own, as a browser makes them. */
export interface Person {
  region: Region;
  account: Account;
  sessionId: string;
}

/** A person in a role of the region. */
export async function person(role: Role, region: Region, given: { place?: Place; account?: Account } = {}): Promise<Person> {
  const account = given.account ?? (await makeAccount());
  const context = await as(role, { region, account, ...(given.place ? { place: given.place } : {}) });
  return { region, account, sessionId: context.session?.sessionId ?? '' };
}

/** Runs a document as this person. */
export async function ask<T, V>({ region, sessionId }: Person, document: TypedDocumentString<T, V> | string, variables: V) {
  return execute<T, V>(document, variables, await contextOf(region, sessionId));
}
export const said = async <T, V>(who: Person, document: TypedDocumentString<T, V> | string, variables: V): Promise<T> =>
  dataOf(await ask(who, document, variables));

export const save = async (who: Person, applicationId: string, fieldId: string, value: string) =>
  (await said(who, SaveApplicationFieldDocument, { input: { applicationId, fieldId, value } })).saveApplicationField;
export const submit = async (who: Person, id: string) => (await said(who, SubmitApplicationDocument, { id })).submitApplication;
export const resubmit = async (who: Person, id: string) => (await said(who, ResubmitApplicationDocument, { id })).resubmitApplication;
export const discard = async (who: Person, id: string) => (await said(who, DiscardApplicationDocument, { id })).discardApplication;
export const withdraw = async (who: Person, id: string, reason: string) =>
  (await said(who, WithdrawApplicationDocument, { input: { id, reason } })).withdrawApplication;

export async function begin(who: Person): Promise<string> {
  const { application } = (await said(who, CreateApplicationDocument, {})).createApplication;
  if (!application) throw new Error('no application');
  return application.id;
}

/** Answers of a first category in the first region's form. */
export const answersAt = ({ municipality, organisation }: Place): Record<string, string> => ({
  last_name: 'Ёлкина',
  first_name: 'Мария',
  email: 'm@example.org',
  education: 'Высшее, физико-математический факультет',
  experience_total: '17',
  municipality: municipality.id,
  organisation: organisation.id,
  position: 'teacher',
  requested_category: 'first',
  data_consent: 'true',
});

export interface Filled {
  who: Person;
  place: Place;
  id: string;
}

/** A draft with every answer given, one after the other through the API. */
export async function filled(
  region: Region,
  over: Record<string, string> = {},
  given: { who?: Person; place?: Place } = {},
): Promise<Filled> {
  const who = given.who ?? (await person('TEACHER', region));
  const place = given.place ?? (await makePlace(region));
  const id = await begin(who);
  for (const [fieldId, value] of Object.entries({ ...answersAt(place), ...over })) {
    const { problems } = await save(who, id, fieldId, value);
    if (problems.length) throw new Error(`${fieldId}: ${JSON.stringify(problems)}`);
  }
  return { who, place, id };
}

/** An application that was sent. */
export async function sent(
  region: Region,
  over: Record<string, string> = {},
  given: { who?: Person; place?: Place } = {},
): Promise<Filled> {
  const made = await filled(region, over, given);
  const { problems } = await submit(made.who, made.id);
  if (problems.length) throw new Error(JSON.stringify(problems));
  return made;
}

/** Puts a stored file into a field, as if it had been uploaded. */
export async function attach({ who, id }: Pick<Filled, 'who' | 'id'>, fieldId: string): Promise<void> {
  const at = new Date();
  const fileId = newId();
  await prisma.evidenceFile.create({
    data: {
      id: fileId,
      regionId: who.region.id,
      applicationId: id,
      fieldId,
      uploadedById: who.account.id,
      name: 'Выписка.jpg',
      extension: 'jpg',
      contentType: 'image/jpeg',
      size: 1,
      sha256: '0'.repeat(64),
      status: 'STORED',
      incomingKey: `test/${fileId}`,
      storedKey: `test/stored/${fileId}`,
      policyExpiresAt: at,
      createdAt: at,
      storedAt: at,
    },
  });
}

export const rowOf = (id: string) => prisma.application.findUniqueOrThrow({ where: { id }, include: { employerConfirmation: true } });
export const pathsOf = (payload: { problems: { code: string; path: string[] }[] }): string[] =>
  payload.problems.map((p) => `${p.code} ${p.path.join('.')}`.trim());
