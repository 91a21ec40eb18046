import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { prisma } from '@/server/prisma';
import { withTestBucket } from '@/testing/bucket';
import { pdfOfSize } from '@/testing/files/make';
import {
  codes,
  complete,
  create,
  createAndPost,
  fillRequired,
  INDICATOR,
  loadRegion,
  makeTeacher,
  portfolioOf,
  remove,
  restore,
  rowOf,
  send,
  upload,
} from './portfolio.fixture';

withTestBucket();

const PDF = pdfOfSize(3_000);
let region: Region;
beforeAll(async () => {
  region = await loadRegion();
});

const gate = async (teacher: Awaited<ReturnType<typeof makeTeacher>>, key: string) =>
  (await portfolioOf(teacher))?.gates.find((g) => g.key === key);

describe('the page', () => {
  it('[SM-27] [SM-29] [SM-31] shows the sections and indicators of the position under their official names', async () => {
    const portfolio = await portfolioOf(await makeTeacher(region));
    expect(portfolio?.title).toBe('Портфолио учителя');
    expect(portfolio?.sections.map((s) => [s.no, s.total, s.filled])).toEqual([
      [1, 8, 0],
      [2, 4, 0],
      [3, 6, 0],
      [4, 5, 0],
    ]);
    expect(portfolio?.sections[0]?.label).toMatch(/^Создание условий для получения стабильных положительных результатов/);
    expect(portfolio?.sections[0]?.indicators[0]).toMatchObject({ no: '1.1', required: true });
  });

  it('[SM-40] names the limits', async () => {
    const portfolio = await portfolioOf(await makeTeacher(region));
    expect(portfolio?.maxBytes).toBe(5_242_880);
    expect([...(portfolio?.extensions ?? [])].sort()).toEqual(
      ['doc', 'docx', 'gif', 'jpeg', 'jpg', 'pdf', 'png', 'xls', 'xlsx', 'zip'].sort(),
    );
  });

  it('[SM-22] [SM-23] draws every condition of sending and says who must act', async () => {
    const teacher = await makeTeacher(region);
    await fillRequired(teacher);
    await prisma.application.update({ where: { id: teacher.application.id }, data: { status: 'REGISTERED', admittedAt: null } });
    await prisma.employerConfirmation.update({ where: { applicationId: teacher.application.id }, data: { status: 'ASKED' } });
    expect(await gate(teacher, 'admission')).toMatchObject({ open: false, role: 'SECRETARY' });
    expect(await gate(teacher, 'employer_confirmed')).toMatchObject({ open: false, role: 'SCHOOL_HEAD' });
    expect(await gate(teacher, 'portfolio_required_filled')).toMatchObject({ open: true });
    expect(codes(await send(teacher))).toEqual(['WRONG_STATUS']);
  });

  it('[SM-23] stays closed without the school’s confirmation, though the commission has admitted', async () => {
    const teacher = await makeTeacher(region);
    await fillRequired(teacher);
    await prisma.employerConfirmation.update({ where: { applicationId: teacher.application.id }, data: { status: 'ASKED' } });
    expect(await gate(teacher, 'admission')).toMatchObject({ open: true });
    expect(codes(await send(teacher))).toEqual(['EMPLOYER_NOT_CONFIRMED']);
  });

  it('counts what is missing and leads to the nearest of it', async () => {
    const teacher = await makeTeacher(region);
    expect(await gate(teacher, 'portfolio_required_filled')).toMatchObject({ open: false, indicatorId: 'attainment_table' });
    const refused = await send(teacher);
    expect(codes(refused)).toContain('PORTFOLIO_INCOMPLETE');
    expect(refused.application?.status).toBe('PREPARATION');
  });
});

describe('sending', () => {
  it('[SM-43] [SM-46] [SM-47] locks the portfolio and stamps date and time', async () => {
    const teacher = await makeTeacher(region);
    await fillRequired(teacher);
    const { id } = await upload(teacher, PDF);
    const before = Math.floor(Date.now() / 1000) * 1000;
    const sent = await send(teacher);
    expect(sent.problems).toEqual([]);
    expect(sent.application).toMatchObject({ status: 'READY', portfolio: { status: 'SENT' } });
    const portfolio = await portfolioOf(teacher);
    expect(new Date(String(portfolio?.sentAt)).getTime()).toBeGreaterThanOrEqual(before);
    expect(portfolio).toMatchObject({ editable: false, gates: [], statusLabel: 'СДАНО НА ПРОВЕРКУ' });
    expect(codes(await create(teacher, PDF))).toEqual(['WRONG_STATUS']);
    expect(codes(await remove(teacher, id))).toEqual(['WRONG_STATUS']);
    expect((await rowOf(id)).status).toBe('STORED');
  });

  it.each([
    ['SENT', 'СДАНО НА ПРОВЕРКУ'],
    ['BEING_CHECKED', 'ПРОВЕРЯЕТСЯ'],
    ['CHECKED', 'ПРОВЕРКА ОКОНЧЕНА'],
  ])('[SM-48] %s is called %s', async (status, label) => {
    const teacher = await makeTeacher(region);
    await prisma.portfolio.update({ where: { applicationId: teacher.application.id }, data: { status } });
    expect(await portfolioOf(teacher)).toMatchObject({ status, statusLabel: label });
  });

  it('waits for an upload under way, and the refusal names its indicator', async () => {
    const teacher = await makeTeacher(region);
    await fillRequired(teacher);
    const { id } = await createAndPost(teacher, PDF);
    const refused = await send(teacher);
    expect(refused.problems).toMatchObject([{ code: 'UPLOAD_PENDING', path: ['indicator', INDICATOR] }]);
    expect(refused.problems[0]?.message).toContain('1.3 Аналитический комментарий');
    expect(await gate(teacher, 'uploads')).toMatchObject({ open: false, indicatorId: INDICATOR, detail: '1.3' });
    await complete(teacher, id);
    expect(codes(await send(teacher))).toEqual([]);
  });

  it('does not wait for an upload whose policy is over, and that one never gets in afterwards', async () => {
    const teacher = await makeTeacher(region);
    await fillRequired(teacher);
    const { id } = await createAndPost(teacher, PDF);
    await prisma.evidenceFile.update({ where: { id }, data: { policyExpiresAt: new Date(Date.now() - 1000) } });
    expect(codes(await send(teacher))).toEqual([]);
    expect(codes(await complete(teacher, id))).toEqual(['WRONG_STATUS']);
    expect((await rowOf(id)).status).not.toBe('STORED');
  });

  it('twice at once sends once', async () => {
    const teacher = await makeTeacher(region);
    await fillRequired(teacher);
    const answers = await Promise.all([send(teacher), send(teacher)]);
    expect(answers.flatMap(codes)).toEqual(['WRONG_STATUS']);
    expect(await prisma.timelineEntry.count({ where: { applicationId: teacher.application.id, kind: 'submit_portfolio' } })).toBe(1);
  });
});

describe('sending crosses a write of a file: the file is in what was sent, or it is not written', () => {
  const sentAt = async (applicationId: string) => (await prisma.portfolio.findUniqueOrThrow({ where: { applicationId } })).sentAt;
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('completion against sending, thirty tries', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 30; round += 1) {
      const teacher = await makeTeacher(region);
      await fillRequired(teacher);
      const { id } = await createAndPost(teacher, PDF);
      const [done, sent] = await Promise.all([complete(teacher, id), wait(round * 10).then(() => send(teacher))]);
      const row = await rowOf(id);
      outcomes.add(sent.problems.length ? 'refused' : 'sent');
      if (sent.problems.length) expect(codes(sent)).toEqual(['UPLOAD_PENDING']);
      else expect(row.status).toBe('STORED');
      expect(done.problems).toEqual([]);
    }
    expect(outcomes).toEqual(new Set(['refused', 'sent']));
  });

  it('completion of an upload whose policy has just ended against sending, thirty tries', async () => {
    for (let round = 0; round < 30; round += 1) {
      const teacher = await makeTeacher(region);
      await fillRequired(teacher);
      const { id } = await createAndPost(teacher, PDF);
      await prisma.evidenceFile.update({ where: { id }, data: { policyExpiresAt: new Date(Date.now() - 1000) } });
      const [done, sent] = await Promise.all([complete(teacher, id), wait(round * 3).then(() => send(teacher))]);
      expect(sent.problems).toEqual([]);
      const row = await rowOf(id);
      const at = await sentAt(teacher.application.id);
      if (row.status === 'STORED') expect(row.storedAt?.getTime()).toBeLessThanOrEqual(at?.getTime() ?? 0);
      else expect(codes(done)).toEqual(['WRONG_STATUS']);
    }
  });

  it('a new upload against sending, twenty tries', async () => {
    for (let round = 0; round < 20; round += 1) {
      const teacher = await makeTeacher(region);
      await fillRequired(teacher);
      const [created, sent] = await Promise.all([create(teacher, PDF), wait(round % 8).then(() => send(teacher))]);
      if (sent.problems.length) expect(codes(sent)).toEqual(['UPLOAD_PENDING']);
      else expect(codes(created)).toEqual(['WRONG_STATUS']);
    }
  });

  it('deleting a required file against sending, twenty tries', async () => {
    for (let round = 0; round < 20; round += 1) {
      const teacher = await makeTeacher(region);
      await fillRequired(teacher);
      const file = await prisma.evidenceFile.findFirstOrThrow({
        where: { applicationId: teacher.application.id, indicatorId: 'attainment_table' },
      });
      const [removed, sent] = await Promise.all([remove(teacher, file.id), wait(round % 8).then(() => send(teacher))]);
      if (sent.problems.length) expect(codes(sent)).toEqual(['PORTFOLIO_INCOMPLETE']);
      else expect(codes(removed)).toEqual(['WRONG_STATUS']);
      expect(codes(await restore(teacher, file.id))).toEqual(sent.problems.length ? [] : ['WRONG_STATUS']);
    }
  });
});
