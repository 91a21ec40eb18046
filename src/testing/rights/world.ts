import type { ProcedureDocument } from '@/domain/procedure/shape';
import type { Role } from '@/domain/procedure/vocabulary';
import type {
  Account,
  Application,
  Employee,
  EvidenceEntry,
  EvidenceFile,
  Expert,
  ExpertAssignment,
  Identity,
  InformationRequest,
  Meeting,
  Region,
  RoleAssignment,
} from '@/generated/prisma/client';
import type { GraphQLContext } from '@/server/context';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { anonymous, as, makeAccount, makeNeighbour, makePlace, makeRegion, type Place } from '@/testing/viewers';

/**
 * Three cases whose every private text carries a mark: 1 and 2 in one region, 3 in its neighbour. Whoever reads the API must find no mark
 * that is not his.
 */

/** What a mark stands for: teacher, contact, school, expert, score, evidence, letter, question of a case; a worker of the school and his card. */
export const MARKS = ['teacher', 'contact', 'school', 'expert', 'score', 'file', 'letter', 'note', 'employee'] as const;
export type Mark = (typeof MARKS)[number];
export const markOf = (mark: Mark, no: number): string => `${mark}⟦${no}⟧`;

export interface MarkedCase {
  no: number;
  region: Region;
  place: Place;
  teacher: Account;
  expertAccount: Account;
  expert: Expert;
  application: Application;
  assignment: ExpertAssignment;
  file: EvidenceFile;
  /** Evidence that is no file, and one that was removed. */
  entry: EvidenceEntry;
  removedEntry: EvidenceEntry;
  /** A question to the teacher. */
  request: InformationRequest;
  meeting: Meeting;
  /** A role of another person at the school, and one that was taken from him. */
  role: RoleAssignment;
  formerRole: RoleAssignment;
  /** A worker of the school with a card and something written in it. */
  employee: Employee;
  cardEntry: EvidenceEntry;
  /** The teacher's way in through a portal. */
  identity: Identity;
  /** The teacher's own role and session. */
  seat: { roleAssignmentId: string; sessionId: string };
}

export interface Person {
  name: string;
  role: Role | null;
  /** The case whose side the person is on; 0 = the whole region. */
  side: number;
  region: Region;
  context: GraphQLContext;
}

export interface World {
  cases: [MarkedCase, MarkedCase, MarkedCase];
  people: Person[];
}

/** The first region takes files alone; here its first indicators take links too, so that writes on entries have something to aim at. */
const withLinks = (document: ProcedureDocument): ProcedureDocument => {
  const changed = structuredClone(document);
  for (const { sections } of changed.forms)
    for (const { indicators } of sections) for (const one of indicators) if (one.id === 'attainment_table') one.input = 'file_or_link';
  return changed;
};

/** Makes the cases, and a person of every role on every side. */
export async function makeWorld(): Promise<World> {
  const region = await makeRegion('samara', withLinks);
  const neighbour = await makeNeighbour(region);
  const cases: World['cases'] = [await makeCase(region, 1), await makeCase(region, 2), await makeCase(neighbour, 3)];
  const people: Person[] = [{ name: 'nobody', role: null, side: 0, region, context: await anonymous(region) }];
  for (const one of cases) {
    const { place, no } = one;
    const add = async (role: Role, wish: { account?: Account; place?: Place } = {}) => {
      const context = await as(role, { region: one.region, place, ...wish });
      people.push({ name: `${role} ${no}`, role, side: no, region: one.region, context });
      return context;
    };
    const { viewer, session } = await add('TEACHER', { account: one.teacher });
    one.seat = { roleAssignmentId: viewer?.roleAssignmentId ?? '', sessionId: session?.sessionId ?? '' };
    await add('SCHOOL_HEAD');
    await add('COORDINATOR');
    const context = await expertContext(one);
    people.push({ name: `EXPERT ${no}`, role: 'EXPERT', side: no, region: one.region, context });
  }
  for (const at of [region, neighbour]) {
    for (const role of ['OPERATOR', 'SECRETARY', 'COMMISSION_MEMBER', 'ADMINISTRATOR'] as const) {
      const name = at === region ? role : `${role} of the neighbour`;
      people.push({ name, role, side: at === region ? 0 : 3, region: at, context: await as(role, { region: at }) });
    }
  }
  return { cases, people };
}

/** The expert of a case signs in: his roster entry is the one that was appointed. */
async function expertContext({ region, place, expert, expertAccount }: MarkedCase): Promise<GraphQLContext> {
  const context = await as('EXPERT', { region, place, account: await makeAccount() });
  const spare = await prisma.expert.findFirstOrThrow({ where: { accountId: context.viewer?.accountId ?? '' } });
  await prisma.expert.update({ where: { id: expert.id }, data: { accountId: expertAccount.id } });
  const viewer = context.viewer && { ...context.viewer, expertId: expert.id, accountId: expertAccount.id };
  await prisma.expert.delete({ where: { id: spare.id } });
  return { ...context, viewer };
}

async function makeCase(region: Region, no: number): Promise<MarkedCase> {
  const at = new Date();
  const place = await makePlace(region);
  await prisma.organisation.update({ where: { id: place.organisation.id }, data: { name: markOf('school', no) } });
  const names = { lastName: markOf('teacher', no), firstName: 'Имя', patronymic: 'Отчество' };
  const teacher = await makeAccount({ ...names, email: `${markOf('contact', no)}@example.org` });
  const expertAccount = await makeAccount({ lastName: markOf('expert', no), firstName: 'Имя', patronymic: 'Отчество' });
  const away = await makePlace(region);
  const expert = await prisma.expert.create({
    data: {
      id: newId(),
      regionId: region.id,
      accountId: expertAccount.id,
      organisationId: away.organisation.id,
      municipalityId: away.municipality.id,
      post: markOf('expert', no),
    },
  });
  const ids = { regionId: region.id };
  const application = await prisma.application.create({
    data: {
      id: newId(),
      ...ids,
      ...names,
      procedureVersionId: region.currentVersionId ?? '',
      accountId: teacher.id,
      status: 'EXPERTISE',
      number: `${region.code}-26-0000${no}`,
      values: { last_name: names.lastName, email: teacher.email, position: 'teacher', requested_category: 'first' },
      positionId: 'teacher',
      categoryId: 'first',
      organisationId: place.organisation.id,
      municipalityId: place.municipality.id,
      createdAt: at,
      updatedAt: at,
      submittedAt: at,
      registeredAt: at,
      admittedAt: at,
      statusChangedAt: at,
      portfolio: { create: { id: newId(), ...ids, status: 'BEING_CHECKED', createdAt: at, sentAt: at } },
      employerConfirmation: {
        create: { id: newId(), ...ids, organisationId: place.organisation.id, status: 'CONFIRMED', askedAt: at, answeredAt: at },
      },
      deadlines: {
        create: { id: newId(), ...ids, termId: 'expert_review', startedAt: at, untilDate: at, lapsesAt: at, status: 'RUNNING' },
      },
      timeline: { create: { id: newId(), ...ids, at, actorRole: 'TEACHER', actorId: teacher.id, kind: 'submit', data: {} } },
    },
  });
  const ofCase = { ...ids, applicationId: application.id };
  const file = await prisma.evidenceFile.create({
    data: {
      id: newId(),
      ...ofCase,
      indicatorId: 'attainment_table',
      uploadedById: teacher.id,
      name: `${markOf('file', no)}.pdf`,
      extension: 'pdf',
      contentType: 'application/pdf',
      size: 10,
      sha256: '0'.repeat(64),
      status: 'STORED',
      incomingKey: `incoming/${newId()}`,
      storedKey: `evidence/${newId()}`,
      policyExpiresAt: at,
      createdAt: at,
      storedAt: at,
    },
  });
  const assignment = await prisma.expertAssignment.create({
    data: {
      id: newId(),
      ...ofCase,
      expertId: expert.id,
      status: 'SCORING',
      appointedAt: at,
      appointedById: expertAccount.id,
      sheet: {
        create: {
          id: newId(),
          ...ids,
          status: 'DRAFT',
          openedAt: at,
          recommendations: markOf('score', no),
          scores: {
            create: { id: newId(), ...ids, criterionId: 'c_s1_attainment_table', value: 3, comment: markOf('score', no), updatedAt: at },
          },
        },
      },
    },
  });
  const meeting = await prisma.meeting.create({
    data: {
      id: newId(),
      ...ids,
      step: 'final',
      date: new Date(Date.UTC(2031, 0, 10 + no)),
      status: 'PLANNED',
      createdAt: at,
      agenda: { create: { id: newId(), ...ofCase, step: 'final', addedAt: at } },
    },
  });
  await prisma.notification.create({
    data: {
      id: newId(),
      ...ofCase,
      accountId: teacher.id,
      role: 'TEACHER',
      email: teacher.email ?? '',
      letterId: 'letter_2',
      event: 'application.registered',
      subject: markOf('letter', no),
      body: markOf('letter', no),
      status: 'QUEUED',
      createdAt: at,
    },
  });
  const entry = {
    ...ids,
    indicatorId: 'attainment_table',
    value: { url: 'https://example.org', title: markOf('file', no) },
    createdAt: at,
    updatedAt: at,
    updatedById: teacher.id,
  };
  const head = await makeAccount();
  const role = { ...ids, accountId: head.id, role: 'SCHOOL_HEAD', createdAt: at };
  const employee = await prisma.employee.create({
    data: {
      id: newId(),
      ...ids,
      organisationId: place.organisation.id,
      lastName: markOf('employee', no),
      firstName: 'Имя',
      createdAt: at,
      createdById: head.id,
      card: { create: { id: newId(), ...ids, status: 'DRAFT', updatedAt: at } },
    },
    include: { card: true },
  });
  return {
    no,
    region,
    place,
    teacher,
    expertAccount,
    expert,
    application,
    assignment,
    file,
    entry: await prisma.evidenceEntry.create({ data: { id: newId(), applicationId: application.id, ...entry } }),
    removedEntry: await prisma.evidenceEntry.create({ data: { id: newId(), applicationId: application.id, ...entry, removedAt: at } }),
    request: await prisma.informationRequest.create({
      data: { id: newId(), ...ofCase, addressee: 'TEACHER', text: markOf('note', no), askedAt: at, askedById: expertAccount.id },
    }),
    meeting,
    role: await prisma.roleAssignment.create({ data: { id: newId(), ...role, organisationId: place.organisation.id } }),
    formerRole: await prisma.roleAssignment.create({ data: { id: newId(), ...role, organisationId: away.organisation.id, removedAt: at } }),
    employee,
    cardEntry: await prisma.evidenceEntry.create({
      data: { id: newId(), cardId: employee.card?.id ?? '', ...entry, value: { text: markOf('employee', no) } },
    }),
    identity: await prisma.identity.create({
      data: { id: newId(), accountId: teacher.id, provider: 'portal', subject: newId(), createdAt: at },
    }),
    seat: { roleAssignmentId: '', sessionId: '' },
  };
}
