import { addDays, dayIn } from '@/domain/days';
import type { Region } from '@/generated/prisma/client';
import {
  AdmitApplicationDocument,
  GrantApplicationDocument,
  HoldMeetingDocument,
  PlanMeetingDocument,
  PutApplicationOnAgendaDocument,
  RecordDecisionDocument,
  RefuseApplicationDocument,
} from '@/gql/graphql';
import { now } from '@/server/clock';
import type { GraphQLContext } from '@/server/context';
import { execute } from '@/server/execute';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { dataOf, type Place } from '@/testing/viewers';
import { makeCase, makeExpert, type TestCase } from '../assessment/assessment.fixture';

/** Meetings and cases that stand before the commission, acted on through the screens' own documents. */

/** A day so many days from today, in the region's zone. */
export const day = (region: Region, offset: number): string => addDays(dayIn(region.timezone, now()), offset);

let used = 0;
/** A day of its own, so that the meetings of one file never meet. */
const ownDay = (region: Region, sign: 1 | -1) => {
  used += 1;
  return day(region, sign * used);
};

interface MeetingWish {
  step?: string;
  /** Held with nine members and eight present, yesterday or before; else planned and due. */
  held?: boolean;
  date?: string;
  present?: number;
}

/** A meeting as a row: due and not held unless wished otherwise. */
export async function makeMeeting(region: Region, { step = 'admission', held = false, date, present = 8 }: MeetingWish = {}) {
  const at = now();
  return prisma.meeting.create({
    data: {
      id: newId(),
      regionId: region.id,
      step,
      date: new Date(date ?? ownDay(region, -1)),
      status: held ? 'HELD' : 'PLANNED',
      createdAt: at,
      ...(held && { members: 9, present, heldAt: at }),
    },
  });
}

/** Puts a case on the agenda of a meeting. */
export const putDown = ({ application }: TestCase, meeting: { id: string; step: string }) =>
  prisma.agendaItem.create({
    data: {
      id: newId(),
      regionId: application.regionId,
      meetingId: meeting.id,
      applicationId: application.id,
      step: meeting.step,
      addedAt: now(),
    },
  });

/** A registered application on the agenda of an admission meeting. */
export async function makeRegistered(region: Region, held = true, place?: Place) {
  const found = await makeCase(region, 'REGISTERED', place);
  const meeting = await makeMeeting(region, { held });
  await putDown(found, meeting);
  return { ...found, meeting };
}

/** A case whose two experts have finished with so many points each. */
export async function makeReviewed(region: Region, points = 90, status = 'EXPERTISE_DONE'): Promise<TestCase> {
  const found = await makeCase(region, status);
  for (const { expert } of [await makeExpert(region), await makeExpert(region)]) {
    const at = now();
    await prisma.expertAssignment.create({
      data: {
        id: newId(),
        regionId: region.id,
        applicationId: found.application.id,
        expertId: expert.id,
        status: 'FINAL',
        appointedAt: at,
        appointedById: expert.accountId,
        sheet: { create: { id: newId(), regionId: region.id, status: 'FINAL', total: points, finalAt: at } },
      },
    });
  }
  return found;
}

/** A reviewed case on the agenda of a final meeting that was held. */
export async function makeHeard(region: Region, points = 90, wish: MeetingWish = {}) {
  const found = await makeReviewed(region, points, 'MEETING_SET');
  const meeting = await makeMeeting(region, { step: 'final', held: true, ...wish });
  await putDown(found, meeting);
  return { ...found, meeting };
}

export const plan = async (context: GraphQLContext, step: string, date: string) =>
  dataOf(await execute(PlanMeetingDocument, { input: { step, date } }, context)).planMeeting;

export const hold = async (context: GraphQLContext, id: string, members: number, present: number) =>
  dataOf(await execute(HoldMeetingDocument, { input: { id, members, present } }, context)).holdMeeting;

export const admit = async (context: GraphQLContext, { application }: TestCase) =>
  dataOf(await execute(AdmitApplicationDocument, { id: application.id }, context)).admitApplication;

export const putOn = async (context: GraphQLContext, { application }: TestCase, meetingId: string) =>
  dataOf(await execute(PutApplicationOnAgendaDocument, { applicationId: application.id, meetingId }, context)).putApplicationOnAgenda;

/** Votes for, against, abstained. */
export const vote = async (context: GraphQLContext, { application }: TestCase, [f, a, n]: [number, number, number], text = '') =>
  dataOf(
    await execute(
      RecordDecisionDocument,
      { input: { applicationId: application.id, votesFor: f, votesAgainst: a, votesAbstained: n, text } },
      context,
    ),
  ).recordDecision;

export const grant = async (context: GraphQLContext, { application }: TestCase, number: string, date: string) =>
  dataOf(await execute(GrantApplicationDocument, { input: { applicationId: application.id, number, date } }, context)).grantApplication;

export const refuse = async (context: GraphQLContext, { application }: TestCase, number: string, date: string) =>
  dataOf(await execute(RefuseApplicationDocument, { input: { applicationId: application.id, number, date } }, context)).refuseApplication;

export const termOf = ({ application }: TestCase, termId: string) =>
  prisma.deadline.findFirst({ where: { applicationId: application.id, termId }, orderBy: { id: 'desc' } });

export const letterOf = ({ application }: TestCase, event: string) =>
  prisma.notification.findFirst({ where: { applicationId: application.id, event, role: 'TEACHER' } });
