import { boss } from '@/server/jobs/queue';
import { log } from '@/server/log';
import { pool, prisma } from '@/server/prisma';
import { getCurrentProcedure } from '@/server/procedures';
import { ensureBucket } from '@/server/storage/bucket';
import { seedCases } from './demo/cases';
import { seedPeople } from './demo/people';
import { seedWalked } from './demo/walked';

/** Fills every loaded region with a demo, once: places, people of every role, and a case in every status, each brought there through the API. */
async function main(): Promise<void> {
  await ensureBucket();
  for (const region of await prisma.region.findMany({ where: { currentVersionId: { not: null } }, orderBy: { slug: 'asc' } })) {
    if (await prisma.municipality.count({ where: { regionId: region.id } })) {
      console.log(`${region.slug}: the demo is there already`);
      continue;
    }
    const { procedure } = await getCurrentProcedure(region.id);
    const people = await seedPeople(region, procedure);
    // A commission that meets twice has a demo of its own, with meetings on their days; every other region's cases are walked.
    const cases = procedure.decision.sessionKind === 'two_step' ? await seedCases(region, people) : await seedWalked(region, people);
    console.log(`${region.slug}: ${cases} cases`);
  }
  await (await boss()).stop({ graceful: true });
  await pool().end();
  process.exit(0);
}

main().catch((error: unknown) => {
  log.fatal({ stack: (error as Error).stack }, 'seeding failed');
  process.exit(1);
});
