import type { Role } from '@/domain/procedure/vocabulary';
import type { Account, Application, EvidenceFile, Expert, ExpertAssignment, Meeting, Region } from '@/generated/prisma/client';
import type { GraphQLContext } from '@/server/context';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { anonymous, as, makeAccount, makeNeighbour, makePlace, makeRegion, type Place } from '@/testing/viewers';

/**
 * Three cases whose every private text carries a mark: 1 and 2 in one region, 3 in its neighbour. Whoever reads the API must find no mark
 * that is not his.
 */

/** What a mark stands for: teacher, contact, school, expert, score, file, letter of a case. */
export const MARKS = ['teacher', 'contact', 'school', 'expert', 'score', 'file', 'letter'] as const;
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
  meeting: Meeting;
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

/** Makes the cases, and a person of every role on every side. */
export async function makeWorld(): Promise<World> {
  const region = await makeRegion();
  const neighbour = await makeNeighbour(region);
  const cases: World['cases'] = [await makeCase(region, 1), await makeCase(region, 2), await makeCase(neighbour, 3)];
  const people: Person[] = [{ name: 'nobody', role: null, side: 0, region, context: await anonymous(region) }];
  for (const one of cases) {
    const { place, no } = one;
    const add = async (role: Role, wish: { account?: Account; place?: Place } = {}) => {
      const context = await as(role, { region: one.region, place, ...wish });
      people.push({ name: `${role} ${no}`, role, side: no, region: one.region, context });
    };
    await add('TEACHER', { account: one.teacher });
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
  return { no, region, place, teacher, expertAccount, expert, application, assignment, file, meeting };
}
