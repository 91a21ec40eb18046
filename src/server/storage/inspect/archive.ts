import { extensionOf } from '@/domain/fileKinds';
import { isLitter } from './litter';
import { type Budget, Refusal } from './refusal';
import { readEntry, type ZipEntry } from './zip';

const MAX_NAME_BYTES = 255;
const MAX_PATH_BYTES = 1_024;

const unsafe = (reason: string, entry: string) => new Refusal('FILE_ARCHIVE_UNSAFE', { reason, entry });

/** Whether a name would be unpacked outside the folder it is unpacked into, or shows other letters than it has. */
function isUnsafePath(name: string): boolean {
  return /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\p{Cc}\u202a-\u202e\u2066-\u2069]/iu.test(name);
}

/** Whether a name, or all folders with it, are longer than file systems keep: 255 bytes a name, and a path that Windows still opens. */
export function isLongPath(name: string): boolean {
  return Buffer.byteLength(name) > MAX_PATH_BYTES || name.split(/[/\\]/).some((step) => Buffer.byteLength(step) > MAX_NAME_BYTES);
}

/** Checks each entry of a zip: its place first, then its bytes by the same rules as a single file (`check`). */
export async function checkArchive(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  budget: Budget,
  check: (content: Buffer, name: string) => Promise<unknown>,
): Promise<void> {
  for (const entry of entries) {
    if (isUnsafePath(entry.name)) throw unsafe('path', entry.name);
    if (isLongPath(entry.name)) throw unsafe('longPath', entry.name);
    if (entry.isLink) throw unsafe('link', entry.name);
    if (entry.isEncrypted) throw new Refusal('FILE_ENCRYPTED', { entry: entry.name });
  }
  const files = entries.filter((entry) => !entry.isDirectory);
  const claimed = files.reduce((sum, entry) => sum + entry.size, 0);
  if (claimed > budget.total) throw new Refusal('FILE_ARCHIVE_TOO_LARGE', { reason: 'unpacked', max: budget.total });
  let judged = 0;
  for (const entry of entries) {
    const content = await readEntry(bytes, entry, budget);
    if (entry.isDirectory) {
      if (content.length > 0) throw new Refusal('FILE_DAMAGED', { reason: 'structure', entry: entry.name });
      continue;
    }
    if (isLitter(entry.name, content)) continue;
    judged += 1;
    const name = entry.name.slice(Math.max(entry.name.lastIndexOf('/'), entry.name.lastIndexOf('\\')) + 1);
    try {
      await check(content, name);
    } catch (error) {
      if (error instanceof Refusal)
        throw new Refusal(error.code, { extension: extensionOf(name) || 'none', ...error.params, entry: entry.name });
      throw error;
    }
  }
  if (judged === 0) throw new Refusal('FILE_EMPTY');
}
