import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { OpenEvidenceFileDocument } from '@/gql/graphql';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { withTestBucket } from '@/testing/bucket';
import { FIVE_MEBIBYTES, goodFiles, HOSTILE_NAMES, hostileFiles, pdfOfSize } from '@/testing/files/make';
import { withFilesServer } from '@/testing/filesServer';
import {
  codes,
  complete,
  create,
  createAndPost,
  dataOf,
  INDICATOR,
  loadRegion,
  makeTeacher,
  portfolioOf,
  post,
  rowOf,
  run,
  sha256,
  type Teacher,
  upload,
} from './portfolio.fixture';

withTestBucket();
const read = withFilesServer();

let region: Region;
let teacher: Teacher;
const [PDF] = [pdfOfSize(20_000)];
beforeAll(async () => {
  region = await loadRegion();
  teacher = await makeTeacher(region);
});

describe('an upload that ends well', async () => {
  it.each(await goodFiles())('[SM-40] [SM-34] accepts $name from claim to reading', async (file) => {
    const other = await makeTeacher(region);
    const { id, problems } = await upload(other, file);
    expect(problems).toEqual([]);
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: 'STORED', name: file.name, size: file.bytes.length, sha256: sha256(file.bytes) });
    for (const as of ['VIEW', 'DOWNLOAD'] as const) {
      const { openEvidenceFile } = dataOf(await run(other, OpenEvidenceFileDocument, { input: { id, as } }));
      const response = await read(openEvidenceFile.address ?? '');
      expect(Buffer.from(await response.arrayBuffer()).equals(file.bytes)).toBe(true);
      const shown = as === 'VIEW' && /\.(pdf|jpe?g|png|gif)$/.test(file.name);
      expect(response.headers.get('content-disposition')).toMatch(shown ? /^inline;/ : /^attachment;/);
      expect(response.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(file.name)}`);
    }
  });

  it('[SM-40] accepts 5,242,880 bytes; the store itself refuses one byte more', async () => {
    const other = await makeTeacher(region);
    expect((await upload(other, pdfOfSize(FIVE_MEBIBYTES))).problems).toEqual([]);
    const created = await create(other, pdfOfSize(FIVE_MEBIBYTES));
    expect(created.policy && (await post(created.policy, pdfOfSize(FIVE_MEBIBYTES + 1).bytes))).toBe(400);
  });

  it('[SM-33] shows the stored file under its indicator without any saving at the bottom', async () => {
    const other = await makeTeacher(region);
    const { id } = await upload(other, PDF);
    const indicators = (await portfolioOf(other))?.sections.flatMap((s) => s.indicators);
    expect(indicators?.find((i) => i.id === INDICATOR)?.files).toMatchObject([{ id, status: 'STORED', name: PDF.name }]);
  });

  it('writes the audit line of every file and one line of history per sitting', async () => {
    const other = await makeTeacher(region);
    const first = await upload(other, PDF);
    await upload(other, PDF);
    expect(await prisma.auditEntry.findMany({ where: { objectId: first.id } })).toMatchObject([{ action: 'upload_evidence' }]);
    const lines = await prisma.timelineEntry.findMany({ where: { applicationId: other.application.id } });
    expect(lines).toMatchObject([{ kind: 'edit_portfolio', data: { upload_evidence: 2 } }]);
  });
});

describe('what is refused before a byte is sent', () => {
  it.each([
    ['one byte more than allowed', { size: FIVE_MEBIBYTES + 1 }, 'FILE_TOO_LARGE'],
    ['nothing at all', { size: 0 }, 'FILE_EMPTY'],
    ['a negative size', { size: -1 }, 'FILE_EMPTY'],
    ['a type that is not allowed', { name: 'setup.exe' }, 'FILE_TYPE_NOT_ALLOWED'],
    ['a name without a type', { name: 'Справка' }, 'FILE_NAME_BAD'],
    ['a name that turns its direction', { name: HOSTILE_NAMES.rightToLeft }, 'FILE_NAME_BAD'],
    ['a digest that is none', { sha256: 'abc' }, 'VALUE_INVALID'],
    ['an indicator the form does not know', { indicatorId: 'nobody' }, 'VALUE_NOT_LISTED'],
    ['a field that takes no files', { indicatorId: null, fieldId: 'position' }, 'VALUE_NOT_LISTED'],
    ['both an indicator and a field', { fieldId: 'held_category_document', indicatorId: INDICATOR }, 'VALUE_NOT_LISTED'],
  ])('[SM-40] %s', async (_what, over, code) => {
    const refused = await create(teacher, PDF, over);
    expect(codes(refused)).toEqual([code]);
    expect(refused.problems[0]?.message).toMatch(/[а-яё]/);
    expect(refused.file).toBeNull();
  });

  it('repairs names with paths, invisible signs and too many letters', async () => {
    const other = await makeTeacher(region);
    const nameOf = async (name: string) => (await rowOf((await create(other, PDF, { name })).file?.id ?? '')).name;
    expect(await nameOf(HOSTILE_NAMES.parentPath)).toBe('Диплом.pdf');
    expect(await nameOf(HOSTILE_NAMES.windowsPath)).toBe('Диплом.pdf');
    expect(await nameOf(HOSTILE_NAMES.zeroWidth)).toBe('Диплом.pdf');
    const long = await nameOf(HOSTILE_NAMES.long);
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(255);
    expect(long).toMatch(/\.pdf$/);
  });

  it('[SM-45] counts the files of an indicator, those under way too', async () => {
    const other = await makeTeacher(region);
    const all = await Promise.all(Array.from({ length: 14 }, () => create(other, PDF)));
    expect(all.filter((c) => c.file)).toHaveLength(10);
    expect(new Set(all.filter((c) => !c.file).flatMap(codes))).toEqual(new Set(['FILE_LIMIT_REACHED']));
    await prisma.evidenceFile.updateMany({ where: { applicationId: other.application.id }, data: { policyExpiresAt: new Date(0) } });
    expect(codes(await create(other, PDF))).toEqual([]);
  });

  it.each(['REGISTERED', 'RETURNED', 'PREPARATION'])('[SM-26] may be begun in %s', async (status) => {
    const other = await makeTeacher(region);
    await prisma.application.update({ where: { id: other.application.id }, data: { status } });
    expect(codes(await create(other, PDF))).toEqual([]);
  });

  it.each(['DRAFT', 'READY', 'EXPERTISE', 'WITHDRAWN', 'EXPIRED', 'GRANTED'])('is closed in %s', async (status) => {
    const other = await makeTeacher(region);
    await prisma.application.update({ where: { id: other.application.id }, data: { status } });
    expect(codes(await create(other, PDF))).toEqual(['WRONG_STATUS']);
  });

  it('[SM-14] takes only pictures for the scan of the former order, jpeg as jpg, while the application may be edited', async () => {
    const other = await makeTeacher(region);
    const place = { indicatorId: null, fieldId: 'held_category_document' };
    const jpeg = (await goodFiles()).find((f) => f.name.endsWith('.jpeg')) ?? PDF;
    expect(codes(await create(other, jpeg, place))).toEqual(['WRONG_STATUS']);
    await prisma.application.update({ where: { id: other.application.id }, data: { status: 'DRAFT' } });
    expect(codes(await create(other, PDF, place))).toEqual(['FILE_TYPE_NOT_ALLOWED']);
    const first = await upload(other, jpeg, place);
    expect(codes(first)).toEqual([]);
    expect(codes(await create(other, jpeg, place))).toEqual(['FILE_LIMIT_REACHED']);
    expect(codes(await upload(other, jpeg, { ...place, replacesId: first.id }))).toEqual([]);
    expect((await rowOf(first.id)).status).toBe('REPLACED');
  });
});

describe('what is refused when the bytes are read', async () => {
  it.each((await hostileFiles()).filter((f) => f.bytes.length > 0 && f.bytes.length <= FIVE_MEBIBYTES && !f.name.endsWith('.exe')))(
    '[SM-40] $trick: $code',
    async (file) => {
      const other = await makeTeacher(region);
      const { id, problems } = await upload(other, file);
      expect(problems).toMatchObject([{ code: file.code }]);
      const row = await rowOf(id);
      expect(row).toMatchObject({ status: 'REJECTED', problemCode: file.code, storedKey: null });
      // Told again in the same words after the page was loaded anew.
      const indicators = (await portfolioOf(other))?.sections.flatMap((s) => s.indicators);
      const shown = indicators?.find((i) => i.id === INDICATOR)?.files;
      expect(shown).toMatchObject([{ status: 'REJECTED', problem: { message: problems[0]?.message } }]);
    },
  );
});

describe('rights', () => {
  it('another’s case, file or upload looks like none', async () => {
    const stranger = await makeTeacher(region);
    const { id } = await createAndPost(teacher, PDF);
    const theirs = { ...stranger, application: teacher.application };
    await expect(create(theirs, PDF)).rejects.toThrow('NOT_FOUND');
    await expect(complete(stranger, id)).rejects.toThrow('NOT_FOUND');
    expect((await rowOf(id)).status).toBe('PENDING');
    await expect(complete(stranger, newId())).rejects.toThrow('NOT_FOUND');
  });

  it.each(['SCHOOL_HEAD', 'OPERATOR', 'EXPERT', 'SECRETARY', 'ADMINISTRATOR'] as const)('%s uploads nothing', async (role) => {
    const mutation = `mutation ($input: CreateEvidenceUploadInput!) { createEvidenceUpload(input: $input) { problems { code } } }`;
    const input = { applicationId: teacher.application.id, indicatorId: INDICATOR, name: 'a.pdf', size: 1, sha256: '0'.repeat(64) };
    const result = await run(teacher, mutation, { input }, role);
    expect(result.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
