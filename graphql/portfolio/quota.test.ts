import { beforeAll, describe, expect, it } from 'vitest';
import { caseFileQuota, type FileQuota } from '@/domain/fileQuota';
import { indicatorAsked } from '@/domain/portfolio';
import { formFor } from '@/domain/procedure/document';
import type { Procedure } from '@/domain/procedure/shape';
import type { Region } from '@/generated/prisma/client';
import { newId } from '@/server/ids';
import { prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { withTestBucket } from '@/testing/bucket';
import { pdfOfSize } from '@/testing/files/make';
import { cancel, codes, create, INDICATOR, loadRegion, makeTeacher, portfolioOf, remove, type Teacher, upload } from './portfolio.fixture';

withTestBucket();

const PDF = pdfOfSize(20_000);
let region: Region;
let quota: FileQuota;
/** Indicators of the form that ask this teacher for files. */
let places: string[];

beforeAll(async () => {
  const small = (procedure: Procedure): Procedure => {
    const { portfolio } = procedure;
    return { ...procedure, portfolio: { ...portfolio, fileLimits: { ...portfolio.fileLimits, filesPerIndicator: 1, maxBytes: 25_000 } } };
  };
  region = await loadRegion('procedures/samara', small);
  const { procedure } = await getCurrentProcedure(region.id);
  const form = formFor(procedure, 'teacher');
  quota = caseFileQuota(procedure, form);
  const values = { position: 'teacher', requested_category: 'highest' };
  places = (form?.sections ?? [])
    .flatMap(({ indicators }) => indicators)
    .filter((indicator) => indicator.input.startsWith('file') && indicatorAsked(indicator, values))
    .map(({ id }) => id);
});

/** Files that were removed again, of so many bytes together, straight in the records. */
function removed(teacher: Teacher, size: number) {
  const at = new Date();
  const id = newId();
  const file = { name: 'a.pdf', extension: 'pdf', contentType: 'application/pdf', sha256: '0'.repeat(64), indicatorId: INDICATOR, size };
  const place = { regionId: region.id, applicationId: teacher.application.id, uploadedById: teacher.accountId };
  const keys = { incomingKey: `test/${id}`, storedKey: `test/stored/${id}` };
  const times = { createdAt: at, storedAt: at, removedAt: at, policyExpiresAt: new Date(0) };
  return prisma.evidenceFile.create({ data: { id, ...place, ...file, ...keys, ...times, status: 'DELETED' } });
}

it('a case may hold every file its form allows twice over', () => {
  expect(places.length).toBeGreaterThan(12);
  expect(quota.bytes).toBe(quota.uploads * 25_000);
  expect(quota.uploads).toBeGreaterThanOrEqual(2 * places.length);
});

describe('the quota of a case', () => {
  it('counts removed files, is said before it is met, and names what is taken when it is', async () => {
    const teacher = await makeTeacher(region);
    const { id } = await upload(teacher, PDF);
    await remove(teacher, id);
    expect(await portfolioOf(teacher)).toMatchObject({ usedBytes: 20_000, quotaBytes: quota.bytes });
    await removed(teacher, quota.bytes - 20_000 - 20_000);
    expect(codes(await upload(teacher, PDF))).toEqual([]);
    expect(await portfolioOf(teacher)).toMatchObject({ usedBytes: quota.bytes });
    const { file, problems } = await create(teacher, PDF, { indicatorId: places.find((place) => place !== INDICATOR) });
    expect(file).toBeNull();
    expect(problems).toMatchObject([{ code: 'QUOTA_OF_CASE', message: expect.stringMatching(/занято .+ из .+ меньшего размера/) }]);
  });

  it('is kept by uploads that are begun at the same moment', async () => {
    const teacher = await makeTeacher(region);
    await removed(teacher, quota.bytes - 3 * 20_000 - 19_999);
    const all = await Promise.all(places.slice(0, 12).map((indicatorId) => create(teacher, PDF, { indicatorId })));
    expect(all.filter(({ file }) => file)).toHaveLength(3);
    expect(new Set(all.filter(({ file }) => !file).flatMap(codes))).toEqual(new Set(['QUOTA_OF_CASE']));
  });

  it('of one teacher is not another’s', async () => {
    const [full, other] = [await makeTeacher(region), await makeTeacher(region)];
    await removed(full, quota.bytes);
    expect(codes(await create(full, PDF))).toEqual(['QUOTA_OF_CASE']);
    expect(codes(await create(other, PDF))).toEqual([]);
  });
});

describe('policies', () => {
  it('come to an end for who asks and cancels, until the first ones have run out', async () => {
    const teacher = await makeTeacher(region);
    const ask = async () => {
      const { file, ...rest } = await create(teacher, { name: 'a.pdf', bytes: Buffer.alloc(1) });
      if (file) await cancel(teacher, file.id);
      return codes(rest);
    };
    for (let begun = 0; begun < quota.uploads; begun += 1) expect(await ask()).toEqual([]);
    expect(await ask()).toEqual(['QUOTA_OF_UPLOADS']);
    await prisma.evidenceFile.updateMany({ where: { applicationId: teacher.application.id }, data: { policyExpiresAt: new Date(0) } });
    expect(await ask()).toEqual([]);
  }, 120_000);
});
