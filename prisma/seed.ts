import { fork } from 'node:child_process';
import { env } from '@/server/env';
import { boss } from '@/server/jobs/queue';
import { log } from '@/server/log';
import { pool, prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { ensureBucket } from '@/server/storage/bucket';
import { seedCases } from './demo/cases';
import { TEACHERS } from './demo/names';
import { seedPeople } from './demo/people';
import { OLDER_AND_RICHEST, seedWalked, WALKED } from './demo/walked';

/**
 * Fills every loaded region with a demo, once: places, people of every role, and cases in many statuses, each brought there through the API.
 * Every region is filled by a process of its own, two at a time: each moves a clock of its own.
 */
async function main([word, slug]: string[]): Promise<void> {
  if (word !== '--demo' || env.DEMO !== '1')
    throw new Error('The demo fills in invented people and is meant for a database of its own: it wants DEMO=1 and the option --demo');
  if (slug !== undefined) return fill(slug);
  await ensureBucket();
  const regions = await prisma.region.findMany({ where: { currentVersionId: { not: null } }, orderBy: { slug: 'asc' } });
  await pool().end();
  const queue = regions.map((region) => region.slug);
  const inTurn = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await inProcess(next);
  };
  await Promise.all([inTurn(), inTurn()]);
}

function inProcess(slug: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(process.argv[1] ?? '', ['--demo', slug], { stdio: 'inherit' });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the demo of ${slug} was not filled`))));
  });
}

async function fill(slug: string): Promise<void> {
  const region = await prisma.region.findUniqueOrThrow({ where: { slug } });
  if (await prisma.municipality.count({ where: { regionId: region.id } })) {
    console.log(`${slug}: the demo is there already`);
  } else {
    const { procedure } = await getCurrentProcedure(region.id);
    const people = await seedPeople(region, procedure);
    // A commission that meets twice has a demo of its own, with meetings on their days; every other region's cases are walked.
    const twice = procedure.decision.sessionKind === 'two_step';
    if (twice) await seedCases(region, people);
    else await seedWalked(region, people, WALKED, 1);
    // The last names of the list, so that no two people of a region are called the same.
    await seedWalked(region, people, OLDER_AND_RICHEST, TEACHERS.length * 2 - OLDER_AND_RICHEST.length + 1);
    console.log(`${slug}: ${await prisma.application.count({ where: { regionId: region.id } })} cases`);
  }
  await (await boss()).stop({ graceful: true });
  await pool().end();
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    log.fatal({ stack: (error as Error).stack }, 'seeding failed');
    process.exit(1);
  },
);
