import { HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { env } from '@/server/env';
import { sweepUploads } from '@/server/jobs/sweepUploads';
import { prisma } from '@/server/prisma';
import { storage } from '@/server/storage/client';
import { EVIDENCE } from '@/server/storage/keys';
import { withTestBucket } from '@/testing/bucket';
import { pdfOfSize } from '@/testing/files/make';
import {
  cancel,
  codes,
  complete,
  create,
  createAndPost,
  INDICATOR,
  loadRegion,
  makeTeacher,
  portfolioOf,
  post,
  remove,
  restore,
  rowOf,
  sha256,
  upload,
} from './portfolio.fixture';

withTestBucket();

const PDF = pdfOfSize(20_000);
/** Other bytes of the same size: what a policy cannot tell apart. */
const OTHER = Buffer.from(PDF.bytes).fill(0x20, 9_000, 9_100);

let region: Region;
beforeAll(async () => {
  region = await loadRegion();
});

const isThere = async (key: string) =>
  storage()
    .send(new HeadObjectCommand({ Bucket: env.S3_BUCKET, Key: key }))
    .then(
      () => true,
      () => false,
    );
const storedBytes = async (key: string | null) => {
  const { GetObjectCommand } = await import('@aws-sdk/client-s3');
  const { Body } = await storage().send(new GetObjectCommand({ Bucket: env.S3_BUCKET, Key: key ?? '' }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};
const indicatorOf = async (teacher: Awaited<ReturnType<typeof makeTeacher>>) =>
  (await portfolioOf(teacher))?.sections.flatMap((s) => s.indicators).find((i) => i.id === INDICATOR);

describe('completing', () => {
  it('twice gives the same answer, one file and one line of history', async () => {
    const teacher = await makeTeacher(region);
    const first = await upload(teacher, PDF);
    const key = (await rowOf(first.id)).storedKey;
    expect(await complete(teacher, first.id)).toEqual({ problems: first.problems, file: first.file });
    expect((await rowOf(first.id)).storedKey).toBe(key);
    expect(await prisma.auditEntry.count({ where: { objectId: first.id } })).toBe(1);
  });

  it('ten times at once stores one copy and leaves no other', async () => {
    const teacher = await makeTeacher(region);
    const { id } = await createAndPost(teacher, PDF);
    const answers = await Promise.all(Array.from({ length: 10 }, () => complete(teacher, id)));
    expect(answers.every((a) => a.problems.length === 0 && a.file)).toBe(true);
    const { Contents = [] } = await storage().send(new ListObjectsV2Command({ Bucket: env.S3_BUCKET, Prefix: EVIDENCE }));
    const known = await prisma.evidenceFile.findMany({ where: { storedKey: { not: null } }, select: { storedKey: true } });
    expect(Contents.map((o) => o.Key).sort()).toEqual(known.map((f) => f.storedKey).sort());
  });

  it('a refused upload again tells the same refusal', async () => {
    const teacher = await makeTeacher(region);
    const { id } = await createAndPost(teacher, { ...PDF, bytes: Buffer.from(PDF.bytes).fill(0) });
    const [first, second] = [await complete(teacher, id), await complete(teacher, id)];
    expect(codes(first)).toEqual(['FILE_TYPE_MISMATCH']);
    expect(second).toEqual(first);
  });

  it('before anything was posted says so and lets the browser post after all', async () => {
    const teacher = await makeTeacher(region);
    const { file, policy } = await create(teacher, PDF);
    if (!file || !policy) throw new Error('no policy');
    expect(codes(await complete(teacher, file.id))).toEqual(['UPLOAD_MISSING']);
    await post(policy, PDF.bytes);
    expect(codes(await complete(teacher, file.id))).toEqual([]);
  });

  it('other bytes than were announced are refused', async () => {
    const teacher = await makeTeacher(region);
    const { file, policy } = await create(teacher, PDF);
    if (!file || !policy) throw new Error('no policy');
    await post(policy, OTHER);
    expect(codes(await complete(teacher, file.id))).toEqual(['FILE_DIGEST_MISMATCH']);
  });
});

describe('a second POST of other bytes', () => {
  it('between the first POST and the completion is refused', async () => {
    const teacher = await makeTeacher(region);
    const { id, policy } = await createAndPost(teacher, PDF);
    await post(policy, OTHER);
    expect(codes(await complete(teacher, id))).toEqual(['FILE_DIGEST_MISMATCH']);
    expect((await rowOf(id)).status).toBe('REJECTED');
  });

  it('during the completion never becomes what is stored', async () => {
    const teacher = await makeTeacher(region);
    for (let round = 0; round < 8; round += 1) {
      const { id, policy } = await createAndPost(teacher, PDF);
      const posts = Array.from({ length: 4 }, () => post(policy, OTHER));
      const [answer] = await Promise.all([complete(teacher, id), ...posts]);
      const row = await rowOf(id);
      if (answer.problems.length) expect(codes(answer)).toEqual(['FILE_DIGEST_MISMATCH']);
      else expect(sha256(await storedBytes(row.storedKey))).toBe(sha256(PDF.bytes));
      await (row.status === 'STORED' ? remove(teacher, id) : cancel(teacher, id));
    }
  });

  it('after the completion changes nothing', async () => {
    const teacher = await makeTeacher(region);
    const { id, policy } = await createAndPost(teacher, PDF);
    await complete(teacher, id);
    await post(policy, OTHER);
    await complete(teacher, id);
    expect(sha256(await storedBytes((await rowOf(id)).storedKey))).toBe(sha256(PDF.bytes));
  });
});

describe('an upload that never finishes', () => {
  it('reads as refused once its policy is over, blocks nothing, and cannot be completed', async () => {
    const teacher = await makeTeacher(region);
    const { id } = await createAndPost(teacher, PDF);
    await prisma.evidenceFile.update({ where: { id }, data: { policyExpiresAt: new Date(Date.now() - 10 * 60_000) } });
    expect((await indicatorOf(teacher))?.files).toMatchObject([{ status: 'REJECTED', problem: { code: 'UPLOAD_EXPIRED' } }]);
    expect((await portfolioOf(teacher))?.gates.find((g) => g.key === 'uploads')?.open).toBe(true);
    expect(codes(await complete(teacher, id))).toEqual(['UPLOAD_EXPIRED']);
    expect((await rowOf(id)).status).toBe('REJECTED');
  });

  it('is swept: the row is settled and what lies in the store goes, stored files stay', async () => {
    const teacher = await makeTeacher(region);
    const stored = await upload(teacher, PDF);
    const { id } = await createAndPost(teacher, PDF);
    const young = await createAndPost(teacher, PDF);
    await prisma.evidenceFile.update({ where: { id }, data: { policyExpiresAt: new Date(Date.now() - 10 * 60_000) } });
    expect((await sweepUploads())?.expired).toBe(1);
    expect(await rowOf(id)).toMatchObject({ status: 'REJECTED', problemCode: 'UPLOAD_EXPIRED' });
    expect((await rowOf(young.id)).status).toBe('PENDING');
    expect(await isThere((await rowOf(stored.id)).storedKey ?? '')).toBe(true);
  });

  it('can be given up, which frees its place at once', async () => {
    const teacher = await makeTeacher(region);
    const { id } = await createAndPost(teacher, PDF);
    expect(codes(await cancel(teacher, id))).toEqual([]);
    expect(codes(await cancel(teacher, id))).toEqual([]);
    expect((await indicatorOf(teacher))?.files).toEqual([]);
    expect((await indicatorOf(teacher))?.removedFiles).toEqual([]);
    expect(codes(await complete(teacher, id))).toEqual(['UPLOAD_MISSING']);
    expect(codes(await restore(teacher, id))).toEqual(['UPLOAD_MISSING']);
    expect(await isThere((await rowOf(id)).incomingKey)).toBe(false);
  });

  it('giving up what is stored already says so', async () => {
    const teacher = await makeTeacher(region);
    const { id } = await upload(teacher, PDF);
    expect(codes(await cancel(teacher, id))).toEqual(['UPLOAD_ALREADY_DONE']);
    expect((await rowOf(id)).status).toBe('STORED');
  });
});

describe('replace, delete, restore', () => {
  it('[SM-41] [SM-45] a replaced file is kept and can be put back', async () => {
    const teacher = await makeTeacher(region);
    const old = await upload(teacher, PDF);
    const fresh = await upload(teacher, { ...PDF, name: 'Новый.pdf' }, { replacesId: old.id });
    expect(fresh.problems).toEqual([]);
    expect((await indicatorOf(teacher))?.files).toMatchObject([{ id: fresh.id }]);
    expect((await indicatorOf(teacher))?.removedFiles).toMatchObject([{ id: old.id, status: 'REPLACED' }]);
    expect(await isThere((await rowOf(old.id)).storedKey ?? '')).toBe(true);
    expect(codes(await restore(teacher, old.id))).toEqual([]);
    expect((await indicatorOf(teacher))?.files).toHaveLength(2);
  });

  it('[SM-41] a refused replacement leaves the old file in its place', async () => {
    const teacher = await makeTeacher(region);
    const old = await upload(teacher, PDF);
    const bad = await upload(teacher, { ...PDF, bytes: Buffer.from(PDF.bytes).fill(0) }, { replacesId: old.id });
    expect(codes(bad)).toEqual(['FILE_TYPE_MISMATCH']);
    expect((await rowOf(old.id)).status).toBe('STORED');
  });

  it('a file of another place cannot be replaced', async () => {
    const teacher = await makeTeacher(region);
    const old = await upload(teacher, PDF, { indicatorId: 'ege_results' });
    expect((await create(teacher, PDF, { replacesId: old.id })).file).toBeNull();
  });

  it('[SM-35] [SM-42] deleting takes effect at once, is repeatable, and can be undone', async () => {
    const teacher = await makeTeacher(region);
    const { id } = await upload(teacher, PDF);
    expect(codes(await remove(teacher, id))).toEqual([]);
    expect(codes(await remove(teacher, id))).toEqual([]);
    expect((await indicatorOf(teacher))?.files).toEqual([]);
    expect(codes(await complete(teacher, id))).toEqual(['UPLOAD_ALREADY_DONE']);
    expect(codes(await restore(teacher, id))).toEqual([]);
    expect(codes(await restore(teacher, id))).toEqual([]);
    expect((await indicatorOf(teacher))?.files).toMatchObject([{ id, status: 'STORED' }]);
  });

  it('restoring into a full place is refused', async () => {
    const teacher = await makeTeacher(region);
    const { id } = await upload(teacher, PDF);
    await remove(teacher, id);
    await prisma.evidenceFile.createMany({
      data: Array.from({ length: 10 }, (_, k) => {
        const copy = {
          incomingKey: `full/${teacher.accountId}/${k}`,
          storedKey: `full/stored/${teacher.accountId}/${k}`,
          status: 'STORED',
        };
        const { regionId, applicationId, uploadedById, ...rest } = copyable(id, teacher);
        return { regionId, applicationId, uploadedById, ...rest, ...copy };
      }),
    });
    expect(codes(await restore(teacher, id))).toEqual(['FILE_LIMIT_REACHED']);
  });
});

function copyable(_id: string, teacher: Awaited<ReturnType<typeof makeTeacher>>) {
  const at = new Date();
  return {
    regionId: teacher.region.id,
    applicationId: teacher.application.id,
    indicatorId: INDICATOR,
    uploadedById: teacher.accountId,
    name: 'Справка.pdf',
    extension: 'pdf',
    contentType: 'application/pdf',
    size: 1,
    sha256: '0'.repeat(64),
    policyExpiresAt: at,
    createdAt: at,
  };
}
