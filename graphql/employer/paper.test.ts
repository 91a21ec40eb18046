import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@/domain/procedure/vocabulary';
import { execute } from '@/server/execute';
import { fullName } from '@/server/fullName';
import { prisma } from '@/server/prisma';
import { openSession } from '@/server/sessions';
import { beginJourney, type Journey, type Land, makeLand } from '@/testing/journey';
import { as, contextOf, dataOf, failureOf, makePlace } from '@/testing/viewers';

const PAPER = `query ($id: UUID!) {
  application(id: $id) {
    viewerActions { action }
    whoseMove { roles action }
    employerPaper { label status statusLabel reason attachedAt deadline { termId status } }
    papers { paper attachedBy files { id name } canAttach }
  }
}`;
interface Seen {
  application: {
    viewerActions: { action: string }[];
    whoseMove: { roles: Role[]; action: string }[];
    employerPaper: {
      label: string;
      status: string;
      statusLabel: string;
      reason: string | null;
      deadline: { termId: string; status: string };
    };
    papers: { paper: string; attachedBy: string | null; files: { name: string }[]; canAttach: boolean }[];
  } | null;
}

let land: Land;
beforeAll(async () => {
  land = await makeLand('sverdlovsk');
});

const here = (role: Role) => as(role, { region: land.region, place: land.place });
const seen = async (role: Role, id: string) => {
  const { application } = dataOf(await execute<Seen, object>(PAPER, { id }, await here(role)));
  if (!application) throw new Error(`${role} does not see the case`);
  return application;
};
const acts = async (role: Role, id: string) => (await seen(role, id)).viewerActions.map(({ action }) => action);
const giveBack = async (role: Role, applicationId: string, reason: string) => {
  const document = 'mutation ($input: ReturnEmployerPaperInput!) { returnEmployerPaper(input: $input) { problems { code } } }';
  const answer = await execute<{ returnEmployerPaper: { problems: { code: string }[] } }, object>(
    document,
    { input: { applicationId, reason } },
    await here(role),
  );
  return dataOf(answer).returnEmployerPaper.problems.map((p) => p.code);
};

/** The invited expert confirms; one who comes after the panel is full is only told so. */
async function takePart(assignmentId: string, accountId: string): Promise<void> {
  const document = 'mutation ($id: UUID!) { confirmParticipation(assignmentId: $id) { problems { code } } }';
  dataOf(await execute(document, { id: assignmentId }, await contextOf(land.region, await openSession(accountId))));
}

async function preparing(): Promise<Journey> {
  const journey = await beginJourney(land);
  await journey.walkTo('PREPARATION');
  return journey;
}

describe('the school’s note', () => {
  it('[SV-13] [SV-29] is asked of the organisation’s person for information exchange, and lies among the documents once attached', async () => {
    const { id, step } = await preparing();
    const before = await seen('SCHOOL_COORDINATOR', id);
    expect(before.employerPaper).toMatchObject({
      label: 'Информационно-аналитическая справка',
      status: 'WAITING',
      statusLabel: 'Справка не загружена',
      deadline: { termId: 'employer_note', status: 'RUNNING' },
    });
    expect(before.papers.find((p) => p.paper === 'employer_paper')?.canAttach).toBe(true);
    for (const role of ['OPERATOR', 'WORKING_GROUP', 'SECRETARY'] as const)
      expect(await acts(role, id)).not.toContain('attach_employer_paper');
    await step('attach_employer_paper');
    const after = await seen('WORKING_GROUP', id);
    expect(after.employerPaper).toMatchObject({ status: 'ATTACHED', statusLabel: 'Справка загружена', deadline: { status: 'MET' } });
    const note = after.papers.find((p) => p.paper === 'employer_paper');
    expect(note?.files).toHaveLength(1);
    const { attachedById } = await prisma.employerPaper.findUniqueOrThrow({ where: { applicationId: id } });
    const school = await prisma.account.findUniqueOrThrow({ where: { id: attachedById ?? '' } });
    expect(note?.attachedBy).toBe(fullName(school));
  });

  it('[SV-18] holds the assessment up until it is attached, however many experts have confirmed; then both gates are open', async () => {
    const journey = await preparing();
    const { id } = journey;
    const seats = async () => prisma.expertAssignment.count({ where: { applicationId: id, status: 'CONFIRMED' } });
    expect((await journey.step('appoint_experts')).problems).toEqual([]);
    const invited = await prisma.expertAssignment.findMany({
      where: { applicationId: id },
      include: { expert: true },
      orderBy: { id: 'asc' },
    });
    for (const seat of invited) await takePart(seat.id, seat.expert.accountId);
    expect(await seats()).toBe(land.procedure.assessment.experts.min);
    expect((await journey.status()).status).toBe('PREPARATION');
    expect((await seen('SCHOOL_COORDINATOR', id)).whoseMove[0]).toMatchObject({
      action: 'attach_employer_paper',
      roles: ['SCHOOL_COORDINATOR'],
    });
    await journey.step('attach_employer_paper');
    // Both gates are open; the letter of the beginning comes after the day stated for confirming.
    expect((await journey.status()).status).toBe('PREPARATION');
    await journey.later(12);
    expect((await journey.status()).status).toBe('EXPERTISE');
  });

  it('is returned with a reason by who appoints the experts, and must be attached again', async () => {
    const { id, step, status } = await preparing();
    await step('attach_employer_paper');
    expect(await giveBack('SCHOOL_COORDINATOR', id, 'Нет подписи')).toEqual(['NOT_YOUR_MOVE']);
    expect(await giveBack('WORKING_GROUP', id, '  ')).toEqual(['REASON_REQUIRED']);
    expect(await giveBack('WORKING_GROUP', id, 'Нет подписи директора')).toEqual([]);
    expect((await seen('SCHOOL_COORDINATOR', id)).employerPaper).toMatchObject({
      status: 'RETURNED',
      statusLabel: 'Справка возвращена',
      reason: 'Нет подписи директора',
      deadline: { status: 'RUNNING' },
    });
    // The day it was wanted by stays: being returned is no new term.
    const terms = await prisma.deadline.findMany({ where: { applicationId: id, termId: 'employer_note' }, orderBy: { id: 'asc' } });
    expect(terms.find((term) => term.status === 'RUNNING')?.untilDate).toEqual(terms[0]?.untilDate);
    const letters = await prisma.notification.findMany({ where: { applicationId: id, letterId: 'note_request' } });
    const [first] = letters;
    expect(letters.filter((l) => l.accountId === first?.accountId)).toHaveLength(2);
    expect(await giveBack('WORKING_GROUP', id, 'Ещё раз')).toEqual(['WRONG_STATUS']);
    await step('attach_employer_paper');
    expect((await seen('SCHOOL_COORDINATOR', id)).employerPaper).toMatchObject({ status: 'ATTACHED', reason: null });
    expect((await status()).status).toBe('PREPARATION');
  });

  it('a stranger school sees neither the case nor the note', async () => {
    const { id } = await preparing();
    const stranger = await as('SCHOOL_COORDINATOR', { region: land.region, place: await makePlace(land.region) });
    expect(dataOf(await execute<Seen, object>(PAPER, { id }, stranger)).application).toBeNull();
    const upload = 'mutation ($input: CreateEvidenceUploadInput!) { createEvidenceUpload(input: $input) { problems { code } } }';
    const input = { applicationId: id, paper: 'employer_paper', name: 'Справка.pdf', size: 10, sha256: '0'.repeat(64) };
    expect(failureOf(await execute(upload, { input }, stranger))).toBe('NOT_FOUND');
  });
});
