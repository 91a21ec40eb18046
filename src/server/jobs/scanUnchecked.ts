import { FILE_KEPT } from '@/domain/case/groups';
import { env } from '../env';
import { faultOf, log } from '../log';
import { prisma } from '../prisma';
import { readWhole } from '../storage/complete';
import { type Scan, scan } from '../storage/scan';

/** Files scanned in one run, the oldest first; the next run goes on. */
const AT_ONCE = 50;
const TIME_LIMIT_MS = 60_000;

/** So many files without an answer, and the scanner is taken to be away. */
const MOST_SILENT = 5;

/**
 * Has the virus scanner look at stored files that it has not seen: they came while it was not set or did not answer. An infected one stays in
 * its case as INFECTED and is opened for nobody. Gives how many files it answered for.
 */
export async function scanUnchecked(): Promise<number> {
  if (!env.CLAMD_URL) return 0;
  const files = await prisma.evidenceFile.findMany({
    where: { virusCheck: 'UNCHECKED', status: { in: [...FILE_KEPT] }, storedKey: { not: null } },
    select: { id: true, storedKey: true, size: true },
    orderBy: { id: 'asc' },
    take: AT_ONCE,
  });
  let scanned = 0;
  let silent = 0;
  for (const { id, storedKey, size } of files) {
    const state = await scanStored(storedKey ?? '', size);
    if (state === 'UNCHECKED') silent += 1;
    if (silent === MOST_SILENT) break;
    if (state === 'UNCHECKED') continue;
    await prisma.evidenceFile.updateMany({ where: { id, virusCheck: 'UNCHECKED' }, data: { virusCheck: state } });
    scanned += 1;
  }
  return scanned;
}

/** An object that is gone, or is not the one of the record, was not looked at. */
async function scanStored(key: string, size: number): Promise<Scan['state']> {
  try {
    const bytes = await readWhole(key, size, AbortSignal.timeout(TIME_LIMIT_MS));
    return bytes === 'tooLarge' ? 'UNCHECKED' : (await scan(bytes)).state;
  } catch (error) {
    log.warn(faultOf(error), 'a stored file could not be read for the virus scanner');
    return 'UNCHECKED';
  }
}
