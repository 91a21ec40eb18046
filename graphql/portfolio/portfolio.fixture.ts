import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import type { Procedure } from '@/domain/procedure/shape';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Application, Region } from '@/generated/prisma/client';
import {
  CancelEvidenceUploadDocument,
  CompleteEvidenceUploadDocument,
  CreateEvidenceUploadDocument,
  type CreateEvidenceUploadInput,
  DeleteEvidenceFileDocument,
  PortfolioPageDocument,
  RestoreEvidenceFileDocument,
  SubmitPortfolioDocument,
} from '@/gql/graphql';
import { buildProcedure } from '@/procedures/build';
import { findNewest, readFolder, readShared } from '@/procedures/read';
import { chooseCurrentVersions, storeCalendar, storeVersion } from '@/procedures/store';
import { CALENDAR_KEY } from '@/server/calendar';
import { createContext } from '@/server/context';
import { type ExecuteResult, execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';

interface MadeFile {
  name: string;
  bytes: Buffer;
}

/** A teacher whose application was admitted and whose school has confirmed: everything but the files is there. */
export interface Teacher {
  region: Region;
  application: Application;
  accountId: string;
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Loads a region's procedure into the database of this test file, or a made-up one like it. */
export async function loadRegion(folder = 'procedures/samara', change = (procedure: Procedure) => procedure): Promise<Region> {
  const positions = (parse(readShared('procedures', 'positions.yaml')) as { items: Parameters<typeof buildProcedure>[1] }).items;
  const built = buildProcedure(readFolder(findNewest('procedures', folder)[0] ?? folder), positions);
  if (!built.procedure) throw new Error(built.errors.join('\n'));
  const procedure = change(built.procedure);
  await storeVersion({ ...built, document: procedure });
  await storeCalendar(CALENDAR_KEY, parse(readShared('procedures', 'calendar-ru.yaml')));
  await chooseCurrentVersions();
  return prisma.region.findUniqueOrThrow({ where: { slug: procedure.id } });
}

/** A new teacher with a case in PREPARATION, or in another status. */
export async function makeTeacher(region: Region, status = 'PREPARATION'): Promise<Teacher> {
  const id = newId();
  const at = new Date();
  const login = `teacher-${id}`;
  const person = { lastName: 'Вострикова', firstName: 'Людмила', patronymic: 'Аркадьевна' };
  const account = await prisma.account.create({
    data: {
      id,
      login,
      email: `${login}@example.org`,
      emailVerifiedAt: at,
      passwordHash: '-',
      passwordChosenAt: at,
      createdAt: at,
      ...person,
    },
  });
  const municipality = await prisma.municipality.create({ data: { id: newId(), regionId: region.id, name: `Округ ${id}` } });
  const place = { regionId: region.id, municipalityId: municipality.id };
  const organisation = await prisma.organisation.create({ data: { id: newId(), ...place, name: 'МБОУ «Озёрская СОШ»' } });
  const application = await prisma.application.create({
    data: {
      id: newId(),
      ...place,
      ...person,
      procedureVersionId: region.currentVersionId ?? '',
      accountId: account.id,
      status,
      number: `63-2026-${id}`,
      values: { position: 'teacher', requested_category: 'highest' },
      positionId: 'teacher',
      categoryId: 'highest',
      organisationId: organisation.id,
      createdAt: at,
      updatedAt: at,
      submittedAt: at,
      registeredAt: at,
      admittedAt: at,
      statusChangedAt: at,
      portfolio: { create: { id: newId(), regionId: region.id, status: 'DRAFT', createdAt: at } },
      employerConfirmation: {
        create: {
          id: newId(),
          regionId: region.id,
          organisationId: organisation.id,
          status: 'CONFIRMED',
          disputedFields: [],
          askedAt: at,
          answeredAt: at,
        },
      },
    },
  });
  return { region, application, accountId: account.id };
}

/** Runs a document as this teacher, or as somebody else of the region. */
export async function run<T, V>(teacher: Teacher, document: Parameters<typeof execute<T, V>>[0], variables: V, role: Role = 'TEACHER') {
  const { region, accountId } = teacher;
  const viewer = {
    accountId,
    regionId: region.id,
    role,
    roleAssignmentId: newId(),
    municipalityId: null,
    organisationId: teacher.application.organisationId,
    expertId: null,
  };
  const names = { login: 't', email: 't@example.org', lastName: '', firstName: '', patronymic: '', mustChoosePassword: false };
  const session = { sessionId: newId(), accountId, ...names, lastSeenAt: new Date(), provenAt: null, idleMinutes: 0, viewer };
  const context = await createContext({ session, language: 'ru', address: 'test' });
  return execute<T, V>(document, variables, context);
}

export function dataOf<T>(result: ExecuteResult<T>): T {
  if (result.errors?.length || !result.data) throw new Error(JSON.stringify(result.errors));
  return result.data;
}

export const INDICATOR = 'results_comment';

/** Asks for a policy as the browser does. */
export async function create(teacher: Teacher, file: MadeFile, over: Partial<CreateEvidenceUploadInput> = {}, role: Role = 'TEACHER') {
  const place = over.fieldId || over.paper ? {} : { indicatorId: INDICATOR };
  const input = {
    applicationId: teacher.application.id,
    ...place,
    name: file.name,
    size: file.bytes.length,
    sha256: sha256(file.bytes),
    ...over,
  };
  return dataOf(await run(teacher, CreateEvidenceUploadDocument, { input }, role)).createEvidenceUpload;
}

type Policy = NonNullable<Awaited<ReturnType<typeof create>>['policy']>;

/** Posts bytes to the store as a browser does; answers with the store's status. */
export async function post(policy: Policy, bytes: Buffer): Promise<number> {
  const form = new FormData();
  for (const { name, value } of policy.fields) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]));
  return (await fetch(policy.url, { method: 'POST', body: form })).status;
}

/** Asks for a policy and posts the bytes; fails when either is refused. */
export async function createAndPost(
  teacher: Teacher,
  file: MadeFile,
  over: Partial<CreateEvidenceUploadInput> = {},
  role: Role = 'TEACHER',
) {
  const created = await create(teacher, file, over, role);
  if (!created.file || !created.policy) throw new Error(JSON.stringify(created.problems));
  const status = await post(created.policy, file.bytes);
  if (status !== 204) throw new Error(`the store answered ${status}`);
  return { id: created.file.id, policy: created.policy };
}

export async function complete(teacher: Teacher, id: string, role: Role = 'TEACHER') {
  return dataOf(await run(teacher, CompleteEvidenceUploadDocument, { id }, role)).completeEvidenceUpload;
}

/** A whole upload; its refusals, if any, come back. */
export async function upload(teacher: Teacher, file: MadeFile, over: Partial<CreateEvidenceUploadInput> = {}, role: Role = 'TEACHER') {
  const { id } = await createAndPost(teacher, file, over, role);
  return { id, ...(await complete(teacher, id, role)) };
}

export const cancel = async (teacher: Teacher, id: string) =>
  dataOf(await run(teacher, CancelEvidenceUploadDocument, { id })).cancelEvidenceUpload;
export const remove = async (teacher: Teacher, id: string) =>
  dataOf(await run(teacher, DeleteEvidenceFileDocument, { id })).deleteEvidenceFile;
export const restore = async (teacher: Teacher, id: string) =>
  dataOf(await run(teacher, RestoreEvidenceFileDocument, { id })).restoreEvidenceFile;
export const send = async (teacher: Teacher) =>
  dataOf(await run(teacher, SubmitPortfolioDocument, { applicationId: teacher.application.id })).submitPortfolio;
export const portfolioOf = async (teacher: Teacher) =>
  dataOf(await run(teacher, PortfolioPageDocument, { id: teacher.application.id })).application?.portfolio;

export const rowOf = (id: string) => prisma.evidenceFile.findUniqueOrThrow({ where: { id } });
export const codes = (payload: { problems: { code: string }[] }): string[] => payload.problems.map((p) => p.code);

/** Puts files straight into the records, as if they had been uploaded: enough for the portfolio to be sent. */
export async function fillRequired(teacher: Teacher): Promise<void> {
  const { application, region, accountId } = teacher;
  for (const indicatorId of [
    'attainment_table',
    'gradebook_report',
    'uud_results',
    'uud_specification',
    'olympiads',
    'technologies',
    'method_group',
  ]) {
    const id = newId();
    const at = new Date();
    await prisma.evidenceFile.create({
      data: {
        id,
        regionId: region.id,
        applicationId: application.id,
        indicatorId,
        uploadedById: accountId,
        name: 'Справка.pdf',
        extension: 'pdf',
        contentType: 'application/pdf',
        size: 1,
        sha256: '0'.repeat(64),
        status: 'STORED',
        incomingKey: `test/${id}`,
        storedKey: `test/stored/${id}`,
        policyExpiresAt: at,
        createdAt: at,
        storedAt: at,
      },
    });
  }
  // The values that are asked for beside a file.
  for (const [indicatorId, value] of [
    ['attainment_table', { attainment: 99, quality: 68 }],
    ['olympiads', { participants: 24, winners: 6 }],
  ] as const) {
    const at = new Date();
    const written = { createdAt: at, updatedAt: at, updatedById: accountId };
    await prisma.evidenceEntry.create({
      data: { id: newId(), regionId: region.id, applicationId: application.id, indicatorId, value, ...written },
    });
  }
}
