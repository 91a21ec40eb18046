import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OpenEvidenceFileDocument } from '@/gql/graphql';
import { listenAsClamd } from '@/testing/clamd';
import { TEST_VIRUS } from '@/testing/files/testVirus';

let behave: (socket: Socket, stream: Buffer) => void;
const scanner = await listenAsClamd((socket, stream) => behave(socket, stream));
process.env.CLAMD_URL = scanner.url;
process.env.LOG_LEVEL = 'silent';
const { withTestBucket } = await import('@/testing/bucket');
const { pdfOfSize } = await import('@/testing/files/make');
const { pack } = await import('@/testing/files/office');
const { prisma } = await import('@/server/prisma');
const { scanUnchecked } = await import('@/server/jobs/scanUnchecked');
const { codes, complete, createAndPost, dataOf, loadRegion, makeTeacher, portfolioOf, rowOf, run, upload } = await import(
  './portfolio.fixture'
);

withTestBucket();
afterAll(scanner.close);

const looks = (socket: Socket, stream: Buffer) =>
  void socket.end(stream.includes(TEST_VIRUS) ? 'stream: Attesta.Test FOUND\0' : 'stream: OK\0');
const away = (socket: Socket) => void socket.destroy();
const file = pdfOfSize(20_000);
const infected = {
  name: 'Справка.pdf',
  bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(`%${TEST_VIRUS}\n`), file.bytes.subarray(9)]),
};

let region: Awaited<ReturnType<typeof loadRegion>>;
beforeAll(async () => {
  region = await loadRegion();
});
const filesOf = async (teacher: Awaited<ReturnType<typeof makeTeacher>>) =>
  (await portfolioOf(teacher))?.sections.flatMap((s) =>
    s.indicators.flatMap((i) => i.files as unknown as { id: string; virusCheck: string }[]),
  );

it('is CHECKING while the scanner looks, then CLEAN', async () => {
  const teacher = await makeTeacher(region);
  const { id } = await createAndPost(teacher, file);
  expect(await filesOf(teacher)).toMatchObject([{ id, virusCheck: 'UNCHECKED' }]);
  let meanwhile: unknown;
  behave = async (socket, stream) => {
    meanwhile = await filesOf(teacher);
    looks(socket, stream);
  };
  expect(codes(await complete(teacher, id))).toEqual([]);
  expect(meanwhile).toMatchObject([{ id, virusCheck: 'CHECKING' }]);
  expect(await filesOf(teacher)).toMatchObject([{ id, virusCheck: 'CLEAN' }]);
});

it('is INFECTED and refused with the name that the scanner gives it, and no copy is kept', async () => {
  behave = looks;
  const teacher = await makeTeacher(region);
  const { id, problems } = await upload(teacher, infected);
  expect(problems).toMatchObject([{ code: 'FILE_INFECTED', message: expect.stringContaining('Attesta.Test') }]);
  expect(await rowOf(id)).toMatchObject({ status: 'REJECTED', virusCheck: 'INFECTED', storedKey: null });
});

it('is UNCHECKED while the scanner is away, and looked at when it is back: an infected file opens for nobody', async () => {
  const teacher = await makeTeacher(region);
  behave = away;
  const good = await upload(teacher, file);
  const bad = await upload(teacher, infected);
  expect([codes(good), codes(bad)]).toEqual([[], []]);
  expect(await rowOf(good.id)).toMatchObject({ status: 'STORED', virusCheck: 'UNCHECKED' });
  expect(await scanUnchecked()).toBe(0);
  behave = looks;
  expect(await scanUnchecked()).toBe(2);
  expect(await scanUnchecked()).toBe(0);
  expect(await rowOf(good.id)).toMatchObject({ virusCheck: 'CLEAN' });
  expect(await rowOf(bad.id)).toMatchObject({ status: 'STORED', virusCheck: 'INFECTED' });
  const open = async (id: string) => dataOf(await run(teacher, OpenEvidenceFileDocument, { input: { id, as: 'VIEW' } })).openEvidenceFile;
  expect(await open(good.id)).toMatchObject({ problems: [], address: expect.stringMatching(/^http/) });
  expect(await open(bad.id)).toMatchObject({ problems: [{ code: 'FILE_INFECTED' }], address: null });
  await prisma.portfolio.update({ where: { applicationId: teacher.application.id }, data: { status: 'SENT' } });
  const staff = dataOf(await run(teacher, OpenEvidenceFileDocument, { input: { id: bad.id, as: 'VIEW' } }, 'OPERATOR')).openEvidenceFile;
  expect(staff).toMatchObject({ problems: [{ code: 'FILE_INFECTED' }], address: null });
});

it('a check that broke off with its upload is none', async () => {
  const { virusCheckOf } = await import('./evidence');
  const row = { status: 'PENDING', virusCheck: 'CHECKING' };
  expect(virusCheckOf({ ...row, policyExpiresAt: new Date(Date.now() + 60_000) })).toBe('CHECKING');
  expect(virusCheckOf({ ...row, policyExpiresAt: new Date(0) })).toBe('UNCHECKED');
});

it('a file inside an archive is no hiding place', async () => {
  behave = (socket, stream) => void socket.end(stream.includes('PK') ? 'stream: Attesta.Test FOUND\0' : 'stream: OK\0');
  const teacher = await makeTeacher(region);
  expect(codes(await upload(teacher, { name: 'Грамоты.zip', bytes: pack({ 'Справка.pdf': infected.bytes }) }))).toEqual(['FILE_INFECTED']);
});
