import { refreshClock } from '../clock';
import { log } from '../log';
import { prisma } from '../prisma';
import { claimBucket, ownershipFault, readOwnership } from '../storage/bucketOwner';
import { deleteLeftovers, quarantine, runLimit, type Survey, surveyBucket, tendQuarantine } from '../storage/sweep';
import { deleteRemovedBytes } from './deleteRemovedBytes';

/** Objects are judged within minutes; what lies longer was left behind by a closed browser or a stopped server. */
const LEFT_BEHIND_SECONDS = 60 * 60;
/** Completions that began in time have ended by then. */
const SETTLED_MS = 5 * 60_000;
/** How long an object without a record waits for somebody to miss it. */
const QUARANTINE_SECONDS = 30 * 24 * 60 * 60;

export interface SweptUploads {
  /** Policies that ran out unused. */
  expired: number;
  leftovers: number;
  quarantined: number;
  /** Back from the quarantine: the database knows them again. */
  returned: number;
  /** Unknown for 30 days in the quarantine. */
  deleted: number;
  /** Files of long ago that were removed before anybody got them. */
  removed: number;
  /** Unknown objects that wait for a person's word: more than one run may take. */
  held: number;
}

interface Options {
  /** A person's word: how many unknown objects this run may put into the quarantine. */
  allowed?: number;
  leftBehindSeconds?: number;
  quarantineSeconds?: number;
}

/** The keys of the store that the database has a record of. */
export async function findKnownKeys(keys: string[]): Promise<ReadonlySet<string>> {
  const files = await prisma.evidenceFile.findMany({
    where: { OR: [{ storedKey: { in: keys } }, { incomingKey: { in: keys } }] },
    select: { storedKey: true, incomingKey: true },
  });
  const asked = new Set(keys);
  return new Set(files.flatMap(({ storedKey, incomingKey }) => [storedKey ?? '', incomingKey]).filter((key) => asked.has(key)));
}

export const surveyUploads = (settledSeconds = LEFT_BEHIND_SECONDS): Promise<Survey> => surveyBucket(findKnownKeys, settledSeconds);

/** Whether the files in a bucket that nobody has claimed are evidently this database's: nine in ten have a record here. */
export const isRecognised = ({ known, unknownCount }: Survey): boolean => known >= 9 * unknownCount;

/**
 * Settles uploads that nobody finished and clears what they left in the store: never in a bucket of another installation, never more in one
 * run than `runLimit`, and what no record knows waits in the quarantine first. Ages count in real time, not by the clock of business terms.
 * Safe to run in parallel and again. null: the bucket was left alone, and the log says why.
 */
export async function sweepUploads(at: Date = new Date(), options: Options = {}): Promise<SweptUploads | null> {
  const before = new Date(at.getTime() - SETTLED_MS);
  const { count: expired } = await prisma.evidenceFile.updateMany({
    where: { status: 'PENDING', policyExpiresAt: { lt: before } },
    data: { status: 'REJECTED', problemCode: 'UPLOAD_EXPIRED' },
  });
  const ownership = await readOwnership();
  if (ownership.state === 'other') return leaveAlone(ownershipFault(ownership));
  const survey = await surveyUploads(options.leftBehindSeconds);
  if (ownership.state === 'unclaimed') {
    if (!isRecognised(survey)) return leaveAlone(ownershipFault(ownership));
    await claimBucket();
  }

  const limit = runLimit(survey.objects);
  const isAllowed = survey.unknownCount <= (options.allowed ?? limit);
  if (!isAllowed)
    log.error(
      { unknown: survey.unknownCount, objects: survey.objects, limit },
      'the store holds more files without a record than a sweep may move by itself: see `npm run sweep`',
    );
  const quarantined = isAllowed ? await quarantine(survey.unknown) : 0;
  let left = Math.max(0, limit - quarantined);
  const leftovers = await deleteLeftovers(survey.leftovers.slice(0, left));
  left -= leftovers;
  const tended = await tendQuarantine(findKnownKeys, options.quarantineSeconds ?? QUARANTINE_SECONDS, left);
  const removed = await deleteRemovedBytes(await refreshClock(), Math.max(0, left - tended.deleted));
  return { expired, leftovers, quarantined, ...tended, removed, held: survey.unknownCount - quarantined };
}

function leaveAlone(reason: string | null): null {
  log.error({ reason }, 'the sweep leaves the store alone');
  return null;
}
