import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { withTestBucket } from '@/testing/bucket';
import {
  codes,
  INDICATOR,
  loadRegion,
  makeTeacher,
  portfolioOf,
  restore,
  type Teacher,
} from '../../../graphql/portfolio/portfolio.fixture';
import { env } from '../env';
import { newId } from '../ids';
import { prisma } from '../prisma';
import { storage } from '../storage/client';
import { evidenceKey } from '../storage/keys';
import { deleteRemovedBytes } from './deleteRemovedBytes';

withTestBucket();

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
let region: Region;
let retaining: Region;
beforeAll(async () => {
  region = await loadRegion();
  retaining = await loadRegion('procedures/irkutsk');
});

const isThere = (Key: string) =>
  storage()
    .send(new HeadObjectCommand({ Bucket: env.S3_BUCKET, Key }))
    .then(
      () => true,
      () => false,
    );

/** A file of the case with its bytes: stored 120 days ago and removed so many days ago. */
async function removedFile(teacher: Teacher, days: number, over: { status?: string; paper?: string; indicatorId?: null } = {}) {
  const storedKey = evidenceKey(region.id);
  await storage().send(new PutObjectCommand({ Bucket: env.S3_BUCKET, Key: storedKey, Body: 'bytes' }));
  const file = { name: 'a.pdf', extension: 'pdf', contentType: 'application/pdf', sha256: '0'.repeat(64), indicatorId: INDICATOR, size: 5 };
  const place = { regionId: teacher.region.id, applicationId: teacher.application.id, uploadedById: teacher.accountId };
  const times = { createdAt: daysAgo(120), storedAt: daysAgo(120), removedAt: daysAgo(days), policyExpiresAt: daysAgo(120) };
  const keys = { storedKey, incomingKey: `test/${newId()}` };
  return prisma.evidenceFile.create({ data: { id: newId(), ...place, ...file, ...times, ...keys, status: 'DELETED', ...over } });
}
const happened = ({ application, region: { id: regionId } }: Teacher, kind: string, at: Date) =>
  prisma.timelineEntry.create({ data: { id: newId(), regionId, applicationId: application.id, at, actorRole: 'TEACHER', kind } });
const term = ({ application, region: { id: regionId } }: Teacher, termId: string, status: string) =>
  prisma.deadline.create({
    data: {
      id: newId(),
      regionId,
      applicationId: application.id,
      termId,
      startedAt: daysAgo(5),
      untilDate: daysAgo(-25),
      lapsesAt: daysAgo(-25),
      status,
    },
  });

/** Runs the deletion; whether this file's bytes are still there, in the records and in the store. */
async function keeps({ id, storedKey }: { id: string; storedKey: string | null }): Promise<boolean> {
  await deleteRemovedBytes(new Date(), 100);
  const row = await prisma.evidenceFile.findUniqueOrThrow({ where: { id } });
  const kept = row.storedKey !== null;
  expect(await isThere(storedKey ?? '')).toBe(kept);
  expect(row.bytesDeletedAt === null).toBe(kept);
  return kept;
}

describe('the bytes of a removed file go', () => {
  it('after 90 days, when nobody else ever had it; the row stays and says so', async () => {
    const teacher = await makeTeacher(region);
    await happened(teacher, 'edit_portfolio', daysAgo(110));
    await happened(teacher, 'submit_portfolio', daysAgo(130));
    await happened(teacher, 'submit_portfolio', daysAgo(80));
    const file = await removedFile(teacher, 91);
    expect(await keeps(file)).toBe(false);
    expect(await prisma.evidenceFile.findUnique({ where: { id: file.id } })).toMatchObject({ status: 'DELETED', sha256: file.sha256 });
    // It is offered no more, and whoever still asks is told.
    const listed = (await portfolioOf(teacher))?.sections.flatMap((s) => s.indicators).flatMap((i) => i.removedFiles);
    expect(listed).toEqual([]);
    expect(codes(await restore(teacher, file.id))).toEqual(['FILE_LOST']);
  });

  it('once the term of retention is over', async () => {
    const teacher = await makeTeacher(retaining);
    const running = await term(teacher, 'archive_after', 'RUNNING');
    const file = await removedFile(teacher, 100);
    expect(await keeps(file)).toBe(true);
    await prisma.deadline.update({ where: { id: running.id }, data: { status: 'LAPSED' } });
    expect(await keeps(file)).toBe(false);
  });
});

describe('the bytes stay', () => {
  it('for 90 days', async () => {
    expect(await keeps(await removedFile(await makeTeacher(region), 89))).toBe(true);
  });

  it.each(['submit', 'submit_portfolio', 'open_review', 'accept'])('when the case moved while the file lay in it: %s', async (kind) => {
    const teacher = await makeTeacher(region);
    await happened(teacher, kind, daysAgo(100));
    expect(await keeps(await removedFile(teacher, 95))).toBe(true);
  });

  it('when somebody else opened it, but not for its owner’s own look', async () => {
    const teacher = await makeTeacher(region);
    const [seen, own] = [await removedFile(teacher, 95), await removedFile(teacher, 95)];
    const look = (objectId: string, accountId: string) =>
      prisma.$executeRaw`insert into "AuditEntry" (id, "businessAt", "accountId", action, "objectType", "objectId")
        values (${newId()}::uuid, now(), ${accountId}::uuid, 'open_evidence', 'EvidenceFile', ${objectId})`;
    await look(seen.id, newId());
    await look(own.id, teacher.accountId);
    expect([await keeps(seen), await keeps(own)]).toEqual([true, false]);
  });

  it('while an appeal is open', async () => {
    const teacher = await makeTeacher(region, 'APPEAL');
    expect(await keeps(await removedFile(teacher, 200))).toBe(true);
  });

  it.each(['SET', 'RUNNING', 'PAUSED'])('while a term of retention is %s', async (status) => {
    const teacher = await makeTeacher(retaining);
    await term(teacher, 'archive_after', status);
    expect(await keeps(await removedFile(teacher, 200))).toBe(true);
  });

  it('for what is there, and for papers', async () => {
    const teacher = await makeTeacher(region);
    expect(await keeps(await removedFile(teacher, 200, { status: 'STORED' }))).toBe(true);
    expect(await keeps(await removedFile(teacher, 200, { status: 'REPLACED', paper: 'employer_paper', indicatorId: null }))).toBe(true);
  });
});

it('a file that is put back at the same moment has its bytes, or is known to have none', async () => {
  const teachers = await Promise.all(Array.from({ length: 8 }, () => makeTeacher(region)));
  const files = await Promise.all(teachers.map((teacher) => removedFile(teacher, 91)));
  await Promise.all([
    deleteRemovedBytes(new Date(), 100),
    ...teachers.map((teacher, k) => restore(teacher, files[k]?.id ?? '')),
    deleteRemovedBytes(new Date(), 100),
  ]);
  for (const { id, storedKey } of files) {
    const row = await prisma.evidenceFile.findUniqueOrThrow({ where: { id } });
    expect(await isThere(storedKey ?? '')).toBe(row.status === 'STORED');
    expect(row.storedKey).toBe(row.status === 'STORED' ? storedKey : null);
  }
});

it('takes at most as many at once as it is told', async () => {
  const teacher = await makeTeacher(region);
  for (let k = 0; k < 5; k += 1) await removedFile(teacher, 120 - 1);
  expect(await deleteRemovedBytes(new Date(), 2)).toBe(2);
  expect(await deleteRemovedBytes(new Date(), 2)).toBe(2);
  expect(await deleteRemovedBytes(new Date(), 2)).toBe(1);
  expect(await deleteRemovedBytes(new Date(), 2)).toBe(0);
});
