import {
  adviceFor,
  canonicalExtension,
  canonicalExtensions,
  contentTypeOf,
  type Extension,
  extensionOf,
  isKnownExtension,
} from '@/domain/fileKinds';
import { ARCHIVE_MAX_ENTRIES, ARCHIVE_MAX_UNPACKED } from '@/domain/fileLimits';
import { type Problem, problem } from '@/domain/problems';
import { checkArchive } from './inspect/archive';
import { readCfb } from './inspect/cfb';
import { checkGif, checkJpeg, checkPng } from './inspect/image';
import { checkDoc, checkXls, compoundKind, isEncryptedPackage } from './inspect/office';
import { checkOoxml, isPackage, PACKAGE_MAX_PARTS } from './inspect/ooxml';
import { checkPdf } from './inspect/pdf';
import { Budget, Refusal } from './inspect/refusal';
import { type Actual, sniff } from './inspect/sniff';
import { findZipEnd, readZip } from './inspect/zip';

/** What all parts of one upload together may unpack to while they are looked at. */
const MAX_LOOKED_AT = 100 * 1024 * 1024;

export interface Limits {
  /** Extensions of the procedure, in any case; jpg lets jpeg in and the other way round. */
  allowedExtensions: readonly string[];
  maxBytes: number;
}

export type Inspection = { ok: true; extension: Extension; contentType: string } | { ok: false; problem: Problem };

/** Judges bytes by the rules of docs "What counts as a good file"; `name` says what they claim to be. Never throws for bad bytes. */
export async function inspect(bytes: Buffer, name: string, limits: Limits): Promise<Inspection> {
  const declared = extensionOf(name);
  try {
    const extension = await check(bytes, declared, limits, new Budget(MAX_LOOKED_AT), true);
    return { ok: true, extension, contentType: contentTypeOf(extension) };
  } catch (error) {
    const refusal = asRefusal(error);
    const extension = String(refusal.params.extension ?? declared) || 'none';
    const params: Record<string, string | number> = { extension, ...adviceFor(extension, limits.allowedExtensions), ...refusal.params };
    for (const name of ['entry', 'part']) if (params[name] !== undefined) params[name] = readable(String(params[name]));
    return { ok: false, problem: problem(refusal.code, ['file'], params) };
  }
}

/** A name from inside an archive as a sentence can show it: nothing invisible, not endless. */
function readable(entry: string): string {
  const letters = [...entry.replace(/\p{C}/gu, '\ufffd')];
  return letters.length > 100 ? `${letters.slice(0, 60).join('')}…${letters.slice(-39).join('')}` : letters.join('');
}

/** Readers of hostile bytes may run over an edge of a buffer: whatever they stumble over is damage, not a bug of ours to show. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof RangeError || error instanceof TypeError) return new Refusal('FILE_DAMAGED', { reason: 'structure' });
  throw error;
}

async function check(bytes: Buffer, extension: string, limits: Limits, budget: Budget, top: boolean): Promise<Extension> {
  const allowed = canonicalExtensions(limits.allowedExtensions);
  if (!isKnownExtension(extension) || !allowed.includes(extension)) {
    if (!top && extension === 'zip') throw new Refusal('FILE_ARCHIVE_UNSAFE', { reason: 'nested' });
    throw new Refusal('FILE_TYPE_NOT_ALLOWED', { extension: extension || 'none', allowed: allowed.join(', ') });
  }
  if (bytes.length === 0) throw new Refusal('FILE_EMPTY');
  if (bytes.length > limits.maxBytes) throw new Refusal('FILE_TOO_LARGE', { max: limits.maxBytes });
  const actual = await judge(bytes, extension, limits, budget);
  if (actual === extension) return extension;
  if ((extension === 'doc' || extension === 'xls') && ['rtf', 'html', 'xml', 'mht', 'text'].includes(actual)) {
    throw new Refusal('FILE_LEGACY_TEXT', { extension, actual });
  }
  throw new Refusal('FILE_TYPE_MISMATCH', {
    extension,
    actual,
    taken: allowed.includes(actual) ? 'yes' : 'no',
    allowed: allowed.join(', '),
  });
}

/** Says what the bytes are and, when they are what the name says, checks them to the end. */
async function judge(bytes: Buffer, extension: Extension, limits: Limits, budget: Budget): Promise<Actual> {
  const actual = sniff(bytes);
  if (actual === 'zip') return judgeZip(bytes, extension, limits, budget);
  if (actual !== extension && actual !== 'cfb') return actual;
  // an archive that closes the file opens as an archive, whatever the beginning says
  if (findZipEnd(bytes) !== -1) throw new Refusal('FILE_DAMAGED', { reason: 'trailing' });
  if (actual === 'cfb') return judgeCompound(bytes, extension);
  if (actual === 'pdf') checkPdf(bytes);
  if (actual === 'png') checkPng(bytes);
  if (actual === 'gif') checkGif(bytes);
  if (actual === 'jpg') checkJpeg(bytes);
  return actual;
}

function judgeCompound(bytes: Buffer, extension: Extension): Actual {
  const file = readCfb(bytes);
  if (isEncryptedPackage(file) && ['doc', 'docx', 'xls', 'xlsx'].includes(extension)) throw new Refusal('FILE_ENCRYPTED');
  const actual = compoundKind(file);
  if (actual === extension && actual === 'doc') checkDoc(file);
  if (actual === extension && actual === 'xls') checkXls(file);
  return actual;
}

async function judgeZip(bytes: Buffer, extension: Extension, limits: Limits, budget: Budget): Promise<Actual> {
  const office = extension === 'docx' || extension === 'xlsx';
  const entries = readZip(bytes, extension === 'zip' ? ARCHIVE_MAX_ENTRIES : PACKAGE_MAX_PARTS);
  if (isPackage(entries)) return checkOoxml(bytes, entries, budget);
  if (entries.some((entry) => entry.name === 'mimetype')) return 'odf';
  if (extension !== 'zip') {
    if (office && entries.some((entry) => entry.isEncrypted)) throw new Refusal('FILE_ENCRYPTED');
    return 'zip';
  }
  const inside = {
    allowedExtensions: limits.allowedExtensions.filter((allowed) => canonicalExtension(allowed) !== 'zip'),
    maxBytes: ARCHIVE_MAX_UNPACKED,
  };
  await checkArchive(bytes, entries, new Budget(ARCHIVE_MAX_UNPACKED), (content, name) =>
    check(content, extensionOf(name), inside, budget, false),
  );
  return 'zip';
}
