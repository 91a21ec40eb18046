import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@/domain/procedure/vocabulary';
import type { Region } from '@/generated/prisma/client';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { withTestBucket } from '@/testing/bucket';
import { FIVE_MEBIBYTES, pdfOfSize } from '@/testing/files/make';
import {
  cancel,
  codes,
  complete,
  create,
  createAndPost,
  loadRegion,
  makeTeacher,
  rowOf,
  run,
  type Teacher,
  upload,
} from './portfolio.fixture';

withTestBucket();

const PDF = pdfOfSize(9_000);
/** Prints, signs and uploads; registers withdrawals; ends with a conclusion. */
let signing: Region;
/** Waits for the school's note. */
let noting: Region;
let first: Region;
beforeAll(async () => {
  signing = await loadRegion('procedures/tomsk');
  noting = await loadRegion('procedures/sverdlovsk');
  first = await loadRegion();
});

const PAPERS = `query ($id: UUID!) { application(id: $id) { papers { paper label canAttach files { id status } } } }`;
interface Papers {
  application: { papers: { paper: string; label: string; canAttach: boolean; files: { id: string; status: string }[] }[] };
}
const papersOf = async (teacher: Teacher, role: Role = 'TEACHER') =>
  (await run<Papers, object>(teacher, PAPERS, { id: teacher.application.id }, role)).data?.application.papers ?? [];
const caseOf = ({ application }: Teacher) => ({ applicationId: application.id, regionId: application.regionId });
const lines = async ({ application }: Teacher) =>
  (await prisma.timelineEntry.findMany({ where: { applicationId: application.id }, orderBy: { id: 'asc' } })).map((line) => line.kind);

describe('the signed application', () => {
  const paper = 'signed_application';
  it('is uploaded before sending; another takes its place, and the former stays', async () => {
    const teacher = await makeTeacher(signing, 'DRAFT');
    expect(await papersOf(teacher)).toMatchObject([{ paper, label: 'Подписанное заявление', canAttach: true, files: [] }]);
    const one = await upload(teacher, PDF, { paper });
    expect(one.problems).toEqual([]);
    const two = await upload(teacher, PDF, { paper });
    expect(two.problems).toEqual([]);
    expect(await papersOf(teacher)).toMatchObject([
      {
        files: [
          { id: two.id, status: 'STORED' },
          { id: one.id, status: 'REPLACED' },
        ],
      },
    ]);
    expect((await rowOf(one.id)).storedKey).not.toBeNull();
    expect(await lines(teacher)).toEqual(['attach_signed_application', 'attach_signed_application']);
    expect(codes(await complete(teacher, one.id))).toEqual(['UPLOAD_ALREADY_DONE']);
    expect(codes(await complete(teacher, two.id))).toEqual([]);
  });

  it.each([
    ['once the application was sent', 'SUBMITTED', 'WRONG_STATUS'],
    ['in a case that has ended', 'WITHDRAWN', 'WRONG_STATUS'],
  ])('is closed %s', async (_when, status, code) => {
    expect(codes(await create(await makeTeacher(signing, status), PDF, { paper }))).toEqual([code]);
  });

  it('is not asked where the region signs nothing, nor taken from another role', async () => {
    expect(codes(await create(await makeTeacher(first, 'DRAFT'), PDF, { paper }))).toEqual(['WRONG_STATUS']);
    const teacher = await makeTeacher(signing, 'RETURNED');
    expect(codes(await create(teacher, PDF, { paper }, 'OPERATOR'))).toEqual(['NOT_YOUR_MOVE']);
  });

  it('is judged before and after its bytes are sent, as every file', async () => {
    const teacher = await makeTeacher(signing, 'DRAFT');
    expect(codes(await create(teacher, PDF, { paper, size: FIVE_MEBIBYTES + 1 }))).toEqual(['FILE_TOO_LARGE']);
    expect(codes(await create(teacher, PDF, { paper, name: 'заявление.exe' }))).toEqual(['FILE_TYPE_NOT_ALLOWED']);
    expect(codes(await create(teacher, PDF, { paper: 'passport' }))).toEqual(['VALUE_NOT_LISTED']);
    expect(codes(await create(teacher, PDF, { paper, indicatorId: 'attainment_table' }))).toEqual(['VALUE_NOT_LISTED']);
    const { id } = await createAndPost(teacher, { ...PDF, bytes: Buffer.from(PDF.bytes).fill(0) }, { paper });
    expect(codes(await complete(teacher, id))).toEqual(['FILE_TYPE_MISMATCH']);
    expect(await lines(teacher)).toEqual([]);
  });

  it('is nobody else’s to complete or to give up', async () => {
    const [teacher, stranger] = [await makeTeacher(signing, 'DRAFT'), await makeTeacher(signing, 'DRAFT')];
    const { id } = await createAndPost(teacher, PDF, { paper });
    await expect(complete(stranger, id)).rejects.toThrow(/NOT_FOUND/);
    await expect(cancel(stranger, id)).rejects.toThrow(/NOT_FOUND/);
    expect(codes(await cancel(teacher, id))).toEqual([]);
    expect((await rowOf(id)).status).toBe('DELETED');
  });

  it('completed ten times at once is attached once', async () => {
    const teacher = await makeTeacher(signing, 'DRAFT');
    const { id } = await createAndPost(teacher, PDF, { paper });
    const answers = await Promise.all(Array.from({ length: 10 }, () => complete(teacher, id)));
    expect(answers.flatMap(codes)).toEqual([]);
    expect(await lines(teacher)).toEqual(['attach_signed_application']);
  });

  it('is attached or refused when the application is closed meanwhile, fifteen tries', async () => {
    for (let round = 0; round < 15; round += 1) {
      const teacher = await makeTeacher(signing, 'RETURNED');
      const { id } = await createAndPost(teacher, PDF, { paper });
      const { id: applicationId } = teacher.application;
      const close = prisma.application.update({ where: { id: applicationId }, data: { status: 'SUBMITTED' } });
      const [done] = await Promise.all([complete(teacher, id), new Promise((r) => setTimeout(r, round * 4)).then(() => close)]);
      const stored = (await rowOf(id)).status === 'STORED';
      expect(codes(done)).toEqual(stored ? [] : ['WRONG_STATUS']);
      expect(await lines(teacher)).toEqual(stored ? ['attach_signed_application'] : []);
    }
  });
});

describe('the school’s note', () => {
  const paper = 'employer_paper';
  const waiting = async (status: string) => {
    const teacher = await makeTeacher(noting);
    const paperRow = { organisationId: teacher.application.organisationId ?? '', status, requestedAt: new Date(), reason: 'Нет печати' };
    await prisma.employerPaper.create({ data: { id: newId(), ...caseOf(teacher), ...paperRow } });
    return teacher;
  };
  it.each(['WAITING', 'RETURNED', 'ATTACHED'])('is attached by the school while it is %s', async (status) => {
    const teacher = await waiting(status);
    expect(await papersOf(teacher, 'SCHOOL_COORDINATOR')).toMatchObject([
      { paper, label: 'Информационно-аналитическая справка', canAttach: true },
    ]);
    expect((await upload(teacher, PDF, { paper }, 'SCHOOL_COORDINATOR')).problems).toEqual([]);
    const row = await prisma.employerPaper.findUniqueOrThrow({ where: { applicationId: teacher.application.id } });
    expect(row).toMatchObject({ status: 'ATTACHED', attachedById: teacher.accountId, reason: null });
    expect(await lines(teacher)).toContain('attach_employer_paper');
  });
  it('is closed when accepted, when none was asked, and to the teacher', async () => {
    expect(codes(await create(await waiting('ACCEPTED'), PDF, { paper }, 'SCHOOL_COORDINATOR'))).toEqual(['WRONG_STATUS']);
    expect(codes(await create(await makeTeacher(noting), PDF, { paper }, 'SCHOOL_COORDINATOR'))).toEqual(['WRONG_STATUS']);
    expect(codes(await create(await waiting('WAITING'), PDF, { paper }))).toEqual(['NOT_YOUR_MOVE']);
  });
});

describe('other papers', () => {
  it('[TM-51] a formed withdrawal gets its signed paper, before that it takes none', async () => {
    const teacher = await makeTeacher(signing, 'REGISTERED');
    expect(codes(await create(teacher, PDF, { paper: 'withdrawal' }))).toEqual(['WRONG_STATUS']);
    await prisma.withdrawal.create({
      data: { id: newId(), ...caseOf(teacher), status: 'FORMED', reason: 'Увольнение', createdAt: new Date() },
    });
    expect((await upload(teacher, PDF, { paper: 'withdrawal' })).problems).toEqual([]);
    expect(await prisma.withdrawal.findUnique({ where: { applicationId: teacher.application.id } })).toMatchObject({ status: 'ATTACHED' });
  });

  it('another conclusion is signed anew', async () => {
    const teacher = await makeTeacher(signing, 'EXPERTISE');
    const signed = { attachedAt: new Date(0), attachedById: newId(), signedAt: new Date(0), agreed: false, remarks: 'Не согласна' };
    await prisma.expertConclusion.create({ data: { id: newId(), ...caseOf(teacher), ...signed } });
    expect((await upload(teacher, PDF, { paper: 'conclusion' }, 'COORDINATOR').catch(() => null)) === null).toBe(true);
    expect((await upload(teacher, PDF, { paper: 'conclusion' }, 'OPERATOR')).problems).toEqual([]);
    const row = await prisma.expertConclusion.findUniqueOrThrow({ where: { applicationId: teacher.application.id } });
    expect(row).toMatchObject({ signedAt: null, agreed: null, remarks: '', attachedById: teacher.accountId });
    // An expert may have attached it: whoever reads no experts' names is not told whose it is.
    const BY = 'query ($id: UUID!) { application(id: $id) { papers { paper attachedBy } } }';
    const byOf = async (role: Role) =>
      (
        await run<{ application: { papers: { paper: string; attachedBy: string | null }[] } }, object>(
          teacher,
          BY,
          { id: teacher.application.id },
          role,
        )
      ).data?.application.papers.find((p) => p.paper === 'conclusion')?.attachedBy;
    expect(await byOf('TEACHER')).toBeNull();
    expect(await byOf('OPERATOR')).toMatch(/\S/);
  });
});
