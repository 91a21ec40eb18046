import { isRecognised, surveyUploads, sweepUploads } from './server/jobs/sweepUploads';
import { claimBucket, ownershipFault, readOwnership } from './server/storage/bucketOwner';
import { runLimit } from './server/storage/sweep';

/**
 * Command: says whose the bucket is and what in it no record knows. With `--claim` the bucket becomes this installation's; with
 * `--quarantine=N` the N unknown objects that it has just counted are put into the quarantine, more than a sweep may by itself.
 */
const SHOWN = 20;

async function show(): Promise<void> {
  const ownership = await readOwnership();
  const survey = await surveyUploads();
  const { objects, known, unknownCount, unknown, leftovers } = survey;
  const unclaimed = ownership.state === 'unclaimed' && isRecognised(survey);
  const fault = unclaimed
    ? "nobody's yet, and the files are this database's: the worker's next sweep claims it"
    : ownershipFault(ownership);
  console.log(`Bucket: ${fault ?? "this installation's"}`);
  console.log(`Files: ${objects}, with a record here ${known}, finished uploads to clear ${leftovers.length}`);
  console.log(`Without a record, older than an hour: ${unknownCount}; one sweep may move ${runLimit(objects)} by itself`);
  for (const key of unknown.slice(0, SHOWN)) console.log(`  ${key}`);
  if (unknownCount > SHOWN) console.log(`  and ${unknownCount - SHOWN} more`);
  if (unknownCount > runLimit(objects))
    console.log(
      `If the database is the right one, and newer than these files, move them out of the way for 30 days: npm run sweep -- --quarantine=${unknownCount}`,
    );
}

async function quarantineCounted(count: number): Promise<void> {
  const { unknownCount, unknown } = await surveyUploads();
  if (unknownCount !== count) throw new Error(`now ${unknownCount} files have no record, not ${count}: look again with npm run sweep`);
  const swept = await sweepUploads(new Date(), { allowed: count });
  if (!swept) throw new Error(ownershipFault(await readOwnership()) ?? 'the bucket was left alone');
  const still = unknown.length - swept.quarantined;
  console.log(`${swept.quarantined} files are in the quarantine${still > 0 ? `, ${still} wait` : ''}; after 30 days they are deleted.`);
}

async function main(word: string | undefined): Promise<void> {
  const count = /^--quarantine=(\d+)$/.exec(word ?? '')?.[1];
  if (word === '--claim') {
    await claimBucket();
    console.log("The bucket is this installation's from now on. No other may use it.");
  } else if (count) await quarantineCounted(Number(count));
  else if (word) throw new Error(`Unknown option ${word}. Known: --claim, --quarantine=N`);
  else await show();
}

main(process.argv[2]).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
