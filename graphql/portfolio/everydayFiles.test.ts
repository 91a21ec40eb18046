import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { prisma } from '@/server/prisma';
import { withTestBucket } from '@/testing/bucket';
import { dressedUpFiles, everydayFiles } from '@/testing/files/everyday';
import { FIVE_MEBIBYTES, type MadeFile, pdfOfSize } from '@/testing/files/make';
import { hiddenInPdfs, wordyPdfs } from '@/testing/files/pdfStrings';
import { create, loadRegion, makeTeacher, rowOf, sha256, upload } from './portfolio.fixture';

withTestBucket();
let region: Region;
beforeAll(async () => {
  region = await loadRegion();
});

const honest = [...(await everydayFiles()), ...(await wordyPdfs()).slice(0, 6), ...(await wordyPdfs()).slice(-6)];
const few = <T extends { trick: string }>(files: readonly T[], word: string) =>
  files.filter(({ trick }) => trick.includes(word)).slice(0, 3);
const hidden = await hiddenInPdfs();
const dressed = await dressedUpFiles();

describe('files of phones, Finder, Excel and mail programs, uploaded like a teacher does', () => {
  it.each(honest)('$name is stored as it was sent', async (file: MadeFile) => {
    const teacher = await makeTeacher(region);
    const { id, problems } = await upload(teacher, file);
    expect(problems).toEqual([]);
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: 'STORED', name: file.name, size: file.bytes.length, sha256: sha256(file.bytes) });
    if (/\.(jfif|jpe)$/i.test(file.name)) expect(row).toMatchObject({ extension: 'jpg', contentType: 'image/jpeg' });
  });
});

describe('what only looks like them', () => {
  it.each([
    ...few(hidden, 'closed to changes'),
    ...few(hidden, 'a link to a neighbour'),
    ...few(hidden, 'behind a string'),
    ...few(dressed, 'jpg with'),
    ...few(dressed, 'zip with'),
    ...few(dressed, 'xls'),
  ])('$trick is refused: $code', async (file) => {
    const teacher = await makeTeacher(region);
    const { id, problems } = await upload(teacher, file);
    expect(problems).toMatchObject([{ code: file.code }]);
    expect(await rowOf(id)).toMatchObject({ status: 'REJECTED', storedKey: null });
  });
});

it('says what can be done about a file that is too large, by its kind and by what the place takes', async () => {
  const teacher = await makeTeacher(region);
  const said = async (name: string, size: number, over = {}) =>
    (await create(teacher, pdfOfSize(20_000), { name, size, ...over })).problems.map(({ message }) => message).join();
  const large = FIVE_MEBIBYTES + 1_200_000;
  expect(await said('a.pdf', large)).toMatch(/6,2\sМБ, а можно до 5\sМБ.*разделите на части/);
  expect(await said('a.docx', large)).toContain('сохраните его как PDF');
  await prisma.application.update({ where: { id: teacher.application.id }, data: { status: 'DRAFT' } });
  const field = await said('a.jpg', large, { indicatorId: null, fieldId: 'held_category_document' });
  expect(field).toContain('Обрежьте снимок');
  expect(field).not.toContain('PDF');
});
