import { beforeAll, describe, expect, it } from 'vitest';
import { problem } from '@/domain/problems';
import type { Region } from '@/generated/prisma/client';
import { TeacherCaseDocument } from '@/gql/graphql';
import { as, codesOf, makeRegion } from '@/testing/viewers';
import { filled, person, said, submit, withdraw } from '../../graphql/application/application.fixture';
import { appoint, makeCase, makeExpert } from '../../graphql/assessment/assessment.fixture';
import { admit, hold, makeMeeting, makeRegistered, makeReviewed, putDown, putOn } from '../../graphql/commission/commission.fixture';
import { getViewer } from './context';
import { perform } from './perform';
import { Prisma, prisma } from './prisma';

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});

/** The transactions that last wrote the rows of a case, its jobs included. */
async function writersOf(applicationId: string): Promise<Record<string, string[]>> {
  const rows = await prisma.$queryRaw<{ part: string; writer: string }[]>(Prisma.sql`
    select 'application' as part, xmin::text as writer from "Application" where id = ${applicationId}::uuid
    union select 'timeline', xmin::text from "TimelineEntry" where "applicationId" = ${applicationId}::uuid and kind = 'submit'
    union select 'audit', xmin::text from "AuditEntry" where "objectId" = ${applicationId} and action = 'submit'
    union select 'letter', xmin::text from "Notification" where "applicationId" = ${applicationId}::uuid
    union select 'term', xmin::text from "Deadline" where "applicationId" = ${applicationId}::uuid
    union select 'employer', xmin::text from "EmployerConfirmation" where "applicationId" = ${applicationId}::uuid
    union select 'job', j.xmin::text from pgboss.job j join "Notification" n on n.id::text = j.data->>'notificationId'
      where n."applicationId" = ${applicationId}::uuid`);
  return Object.fromEntries(
    [...new Set(rows.map((r) => r.part))].map((part) => [part, rows.filter((r) => r.part === part).map((r) => r.writer)]),
  );
}

const traces = async (applicationId: string) => ({
  row: await prisma.application.findUnique({ where: { id: applicationId } }),
  timeline: await prisma.timelineEntry.count({ where: { applicationId } }),
  audit: await prisma.auditEntry.count({ where: { objectId: applicationId } }),
  letters: await prisma.notification.count({ where: { applicationId } }),
  terms: await prisma.deadline.findMany({ where: { applicationId }, orderBy: { id: 'asc' } }),
});

describe('an act', () => {
  it('is one transaction: status, number, history, audit, terms, letters and their jobs', async () => {
    const { who, id } = await filled(region);
    const { problems, application } = await submit(who, id);
    expect(problems).toEqual([]);
    expect(application?.number).toMatch(/^63-\d\d-\d{5}$/);
    const writers = await writersOf(id);
    expect(Object.keys(writers).sort()).toEqual(['application', 'audit', 'employer', 'job', 'letter', 'term', 'timeline']);
    expect(writers).toEqual(Object.fromEntries(Object.keys(writers).map((part) => [part, writers.application])));
  });

  it('leaves no trace when something breaks on the way, whatever was written before', async () => {
    const found = await makeRegistered(region);
    const viewer = getViewer(await as('SECRETARY', { region }));
    const before = await traces(found.application.id);
    const broken = perform(viewer, found.application.id, {
      action: 'admit',
      write: async (tx, { application }) => {
        await tx.application.update({ where: { id: application.id }, data: { lastName: 'Другая' } });
        throw new Error('the machine fell over');
      },
    });
    await expect(broken).rejects.toThrow('fell over');
    expect(await traces(found.application.id)).toEqual(before);
  });

  it('that is refused leaves no trace either, and says how the case stands', async () => {
    const found = await makeRegistered(region);
    const viewer = getViewer(await as('SECRETARY', { region }));
    const before = await traces(found.application.id);
    const { problems, application } = await perform(viewer, found.application.id, {
      action: 'admit',
      write: async (tx, { application: row }) => {
        await tx.application.update({ where: { id: row.id }, data: { lastName: 'Другая' } });
        return { problems: [problem('REASON_REQUIRED', ['input', 'text'])] };
      },
    });
    expect(problems.map((p) => p.code)).toEqual(['REASON_REQUIRED']);
    expect(application).toEqual(before.row);
    expect(await traces(found.application.id)).toEqual(before);
  });

  it('of somebody who does not see the case ends as if there were none', async () => {
    const found = await makeRegistered(region);
    const stranger = await as('TEACHER', { region });
    await expect(perform(getViewer(stranger), found.application.id, { action: 'withdraw' })).rejects.toThrow('no such record');
    await expect(perform(getViewer(stranger), found.place.organisation.id, { action: 'withdraw' })).rejects.toThrow('no such record');
  });
});

describe('two acts at once', () => {
  it('send an application once', async () => {
    const { who, id } = await filled(region);
    const both = await Promise.all([submit(who, id), submit(who, id)]);
    expect(both.map(codesOf).sort()).toEqual([[], ['WRONG_STATUS']]);
    expect(await prisma.timelineEntry.count({ where: { applicationId: id, kind: 'submit' } })).toBe(1);
    expect(await prisma.notification.count({ where: { applicationId: id, event: 'application.registered' } })).toBe(1);
  });

  it('give every application a number of its own, without gaps', async () => {
    const drafts = [];
    for (let n = 0; n < 5; n += 1) drafts.push(await filled(region));
    const done = await Promise.all(drafts.map(({ who, id }) => submit(who, id)));
    const numbers = done.map(({ application }) => Number(application?.number?.slice(-5))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 5 }, (_, k) => (numbers[0] ?? 0) + k));
  });

  it('[SM-12] for one position leave one application; another position has its own', async () => {
    const first = await filled(region);
    await prisma.application.update({ where: { id: first.id }, data: { positionId: 'teacher' } });
    const second = await filled(region, {}, { who: first.who, place: first.place });
    expect(second.id).not.toBe(first.id);
    const both = await Promise.all([submit(first.who, first.id), submit(first.who, second.id)]);
    expect(both.map(codesOf).sort()).toEqual([[], ['OPEN_APPLICATION_EXISTS']]);
    const other = await filled(region, { position: 'preschool_educator' }, { who: first.who, place: first.place });
    expect(codesOf(await submit(first.who, other.id))).toEqual([]);
  });

  it('of different people: the later one finds the case as the earlier left it', async () => {
    const { who, id } = await filled(region);
    await submit(who, id);
    const meeting = await makeMeeting(region, { held: true });
    await prisma.agendaItem.updateMany({ where: { applicationId: id }, data: { meetingId: meeting.id } });
    const application = await prisma.application.findUniqueOrThrow({ where: { id } });
    const secretary = await as('SECRETARY', { region });
    const [left, admitted] = await Promise.all([
      withdraw(who, id, 'Перехожу в другую школу'),
      admit(secretary, { application, place: await placeOf(application) }),
    ]);
    const { status } = await prisma.application.findUniqueOrThrow({ where: { id } });
    // Either order is right; both may also follow each other, since an admitted case can be withdrawn.
    expect(codesOf(left)).toEqual([]);
    expect(status).toBe('WITHDRAWN');
    expect([[], ['WRONG_STATUS']]).toContainEqual(codesOf(admitted));
  });

  it('a case put down for a meeting while that is being held is told of it or refused, never forgotten', async () => {
    const secretary = await as('SECRETARY', { region });
    for (let round = 0; round < 6; round += 1) {
      const found = await makeReviewed(region);
      const meeting = await makeMeeting(region, { step: 'final' });
      const [put, held] = await Promise.all([putOn(secretary, found, meeting.id), hold(secretary, meeting.id, 9, 8)]);
      expect(codesOf(held)).toEqual([]);
      const told = await prisma.timelineEntry.count({ where: { applicationId: found.application.id, kind: 'hold_meeting' } });
      expect([codesOf(put), told]).toEqual(told === 1 ? [[], 1] : [['MEETING_HELD'], 0]);
    }
  });

  it('on one meeting hold it once, also when its cases are acted on', async () => {
    const secretary = await as('SECRETARY', { region });
    const meeting = await makeMeeting(region);
    const cases = await Promise.all(Array.from({ length: 4 }, () => makeCase(region, 'REGISTERED')));
    for (const found of cases) await putDown(found, meeting);
    const holds = await Promise.all([
      hold(secretary, meeting.id, 9, 8),
      hold(secretary, meeting.id, 9, 8),
      ...cases.map((c) => admit(secretary, c)),
    ]);
    expect(holds.slice(0, 2).map(codesOf).sort()).toEqual([[], ['MEETING_HELD']]);
    for (const found of cases)
      expect(await prisma.timelineEntry.count({ where: { applicationId: found.application.id, kind: 'hold_meeting' } })).toBe(1);
  });
});

describe('the system moves on by itself', () => {
  it('after the act that opened the way, in the same transaction and under its own name', async () => {
    const found = await makeCase(region);
    const operator = await as('OPERATOR', { region });
    await appoint(operator, found, [await makeExpert(region), await makeExpert(region)]);
    const lines = await prisma.timelineEntry.findMany({ where: { applicationId: found.application.id }, orderBy: { id: 'asc' } });
    expect(lines.map((l) => [l.kind, l.actorRole, l.toStatus])).toEqual([
      ['appoint_experts', 'OPERATOR', null],
      ['open_review', 'SYSTEM', 'EXPERTISE'],
    ]);
    expect(lines[0]?.at).toEqual(lines[1]?.at);
    const audit = await prisma.auditEntry.findFirst({ where: { objectId: found.application.id, action: 'open_review' } });
    expect(audit).toMatchObject({ accountId: null, role: null, data: { from: 'READY', to: 'EXPERTISE' } });
  });
});

describe('the public status', () => {
  it('[SM-25] goes from new to at work to done, whatever stage the case is in', async () => {
    const who = await person('TEACHER', region);
    const { id } = await filled(region, {}, { who });
    const label = async () => (await said(who, TeacherCaseDocument, { id, lines: 5 })).application?.statusLabel;
    await submit(who, id);
    expect(await label()).toBe('НОВОЕ');
    for (const [status, word] of [
      ['PREPARATION', 'В РАБОТЕ'],
      ['EXPERTISE', 'В РАБОТЕ'],
      ['DECIDED', 'ОБРАБОТКА ЗАКОНЧЕНА'],
    ] as const) {
      await prisma.application.update({ where: { id }, data: { status } });
      expect(await label()).toBe(word);
    }
  });
});

async function placeOf({ organisationId }: { organisationId: string | null }) {
  const organisation = await prisma.organisation.findUniqueOrThrow({ where: { id: organisationId ?? '' } });
  const municipality = await prisma.municipality.findUniqueOrThrow({ where: { id: organisation.municipalityId } });
  return { organisation, municipality };
}
