import { beforeAll, expect, it } from 'vitest';
import type { Region } from '@/generated/prisma/client';
import { withTestBucket } from '@/testing/bucket';
import { costlyFiles } from '@/testing/files/costly';
import { FIVE_MEBIBYTES, goodFiles, pdfOfSize } from '@/testing/files/make';
import { makeLargeXlsx } from '@/testing/files/office';
import { codes, complete, createAndPost, loadRegion, makeTeacher, portfolioOf, rowOf, type Teacher, upload } from './portfolio.fixture';

withTestBucket();

let region: Region;
beforeAll(async () => {
  region = await loadRegion();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** The most memory that this process ever had: what a file took for a moment counts, also when nothing else could run meanwhile. */
const megabytes = () => process.resourceUsage().maxRSS / 1_000;

/** The processor's time that this process had: unlike the clock it does not run while a busy machine does other work. */
const workedMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

interface Watched {
  /** Times another person's page was answered. */
  answers: number;
  /** The most work this process did at one stretch: so long nobody else was heard. */
  longestMs: number;
  grownMb: number;
}

/** Asks for another person's page again and again while `work` runs. */
async function watchOthers(other: Teacher, work: () => Promise<unknown>): Promise<Watched> {
  const before = megabytes();
  let [answers, longestMs, worked] = [0, 0, workedMs()];
  const turn = setInterval(() => {
    const now = workedMs();
    longestMs = Math.max(longestMs, now - worked);
    worked = now;
  }, 5);
  let over = false;
  const done = work().finally(() => {
    over = true;
  });
  for (; !over; answers += 1) {
    await portfolioOf(other);
    await pause(5);
  }
  await done;
  await pause(10);
  clearInterval(turn);
  return { answers, longestMs, grownMb: megabytes() - before };
}

/** Work in this process itself, as an inspection here would be. */
const toil = async (ms: number) => {
  for (const end = workedMs() + ms; workedMs() < end; );
};

it('no file holds up another request: each is refused for its own reason while others read', async () => {
  const files = await costlyFiles();
  const other = await makeTeacher(region);
  const posted: { teacher: Teacher; id: string }[] = [];
  let teacher = other;
  for (const [index, file] of files.entries()) {
    if (index % 6 === 0) teacher = await makeTeacher(region);
    posted.push({ teacher, id: (await createAndPost(teacher, file)).id });
  }
  expect((await watchOthers(other, () => toil(500))).longestMs, 'the watch sees what would hold others up').toBeGreaterThan(250);
  let refusals: unknown[] = [];
  const busy = await watchOthers(other, async () => {
    refusals = await Promise.all(posted.map(async ({ teacher, id }) => (await complete(teacher, id)).problems[0]?.code));
  });
  expect(refusals).toEqual(files.map(({ code }) => code));
  expect(busy.longestMs).toBeLessThan(250);
  expect(busy.answers).toBeGreaterThan(10);
  expect(busy.grownMb).toBeLessThan(300);
  for (const { id } of posted) expect(await rowOf(id)).toMatchObject({ status: 'REJECTED', storedKey: null });
}, 400_000);

it('twenty honest files of five mebibytes at once are all accepted', async () => {
  const workbook = { name: 'Журнал.xlsx', bytes: await makeLargeXlsx(40_000) };
  const posted: (() => ReturnType<typeof complete>)[] = [];
  for (let i = 0; i < 4; i += 1) {
    const teacher = await makeTeacher(region);
    for (const file of [...new Array(5).fill(pdfOfSize(FIVE_MEBIBYTES)), workbook]) {
      const { id } = await createAndPost(teacher, file);
      posted.push(() => complete(teacher, id));
    }
  }
  expect((await Promise.all(posted.map((finish) => finish()))).map(codes)).toEqual(posted.map(() => []));
}, 400_000);

it('after all of them real files are accepted', async () => {
  const teacher = await makeTeacher(region);
  for (const file of (await goodFiles()).slice(0, 8)) expect(codes(await upload(teacher, file))).toEqual([]);
});
