import { crc32, inflateRaw } from 'node:zlib';
import { type Budget, Refusal } from './refusal';

export interface ZipEntry {
  /** Name as decoded for people; the raw bytes are compared with the local header. */
  name: string;
  isDirectory: boolean;
  isLink: boolean;
  isEncrypted: boolean;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  dataAt: number;
}

const damaged = (reason: string) => new Refusal('FILE_DAMAGED', { reason });
const cp866 = new TextDecoder('ibm866');
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Where the end record of an archive that closes the file lies; -1 when no archive ends there. */
export function findZipEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  for (
    let at = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    at >= lowest;
    at = bytes.lastIndexOf('PK\x05\x06', at - 1, 'latin1')
  ) {
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
    if (at === 0) break;
  }
  return -1;
}

/** Windows writes Russian names in cp866 and does not say so; newer programs write UTF-8 with or without the flag. */
function decodeName(raw: Buffer, flags: number): string {
  try {
    return utf8.decode(raw);
  } catch {
    if ((flags & 0x800) !== 0) throw damaged('structure');
    return cp866.decode(raw);
  }
}

interface Directory {
  count: number;
  size: number;
  at: number;
  end: number;
}

function readEnd(bytes: Buffer): Directory {
  const end = findZipEnd(bytes);
  if (end === -1) throw damaged('truncated');
  const found = { count: bytes.readUInt16LE(end + 10), size: bytes.readUInt32LE(end + 12), at: bytes.readUInt32LE(end + 16), end };
  const disks = bytes.readUInt32LE(end + 4);
  if (found.count === 0xffff || found.size === 0xffffffff || found.at === 0xffffffff) {
    if (end < 76 || bytes.toString('latin1', end - 20, end - 16) !== 'PK\x06\x07') throw damaged('structure');
    const wide = Number(bytes.readBigUInt64LE(end - 12));
    if (wide + 56 > end || bytes.toString('latin1', wide, wide + 4) !== 'PK\x06\x06') throw damaged('structure');
    return {
      count: Number(bytes.readBigUInt64LE(wide + 32)),
      size: Number(bytes.readBigUInt64LE(wide + 40)),
      at: Number(bytes.readBigUInt64LE(wide + 48)),
      end: wide,
    };
  }
  if (disks !== 0 || found.count !== bytes.readUInt16LE(end + 8)) throw damaged('structure');
  return found;
}

/** Sizes and place from the zip64 extra field, in the order in which the short fields are full. */
function widen(extra: Buffer, short: readonly number[]): number[] {
  if (!short.includes(0xffffffff)) return [...short];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let value = at + 4;
    return short.map((number) => {
      if (number !== 0xffffffff) return number;
      value += 8;
      return Number(extra.readBigUInt64LE(value - 8));
    });
  }
  throw damaged('structure');
}

function readLocal(bytes: Buffer, at: number, rawName: Buffer, method: number): number {
  if (at + 30 > bytes.length || bytes.toString('latin1', at, at + 4) !== 'PK\x03\x04') throw damaged('structure');
  const nameLength = bytes.readUInt16LE(at + 26);
  const name = bytes.subarray(at + 30, at + 30 + nameLength);
  // two programs must not see two different archives
  if (!name.equals(rawName) || bytes.readUInt16LE(at + 8) !== method) throw damaged('structure');
  return at + 30 + nameLength + bytes.readUInt16LE(at + 28);
}

function isLinkOrDevice(attributes: number): boolean {
  const kind = (attributes >>> 16) & 0xf000;
  return kind !== 0 && kind !== 0x8000 && kind !== 0x4000;
}

/** Lists an archive strictly: one directory that closes the file, entries side by side from byte 0, nothing between or behind. */
export function readZip(bytes: Buffer, maxEntries: number): ZipEntry[] {
  const directory = readEnd(bytes);
  if (directory.count > maxEntries) throw new Refusal('FILE_ARCHIVE_TOO_LARGE', { reason: 'entries', max: maxEntries });
  // some writers always add the zip64 end record, so up to its length may stand between
  const behind = directory.end - directory.at - directory.size;
  if (behind < 0 || behind > 100) throw damaged('structure');
  const entries: ZipEntry[] = [];
  const spans: { from: number; to: number }[] = [];
  let at = directory.at;
  while (at < directory.at + directory.size) {
    if (at + 46 > directory.end || bytes.toString('latin1', at, at + 4) !== 'PK\x01\x02') throw damaged('structure');
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
    if (next > directory.end) throw damaged('structure');
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size = 0, packedSize = 0, localAt = 0] = widen(extra, [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]);
    const dataAt = readLocal(bytes, localAt, rawName, method);
    if (dataAt + packedSize > directory.at) throw damaged('structure');
    const name = decodeName(rawName, flags);
    spans.push({ from: localAt, to: dataAt + packedSize });
    entries.push({
      name,
      isDirectory: /[/\\]$/.test(name),
      isLink: isLinkOrDevice(bytes.readUInt32LE(at + 38)),
      isEncrypted: (flags & 0x2041) !== 0 || method === 99,
      method,
      crc: bytes.readUInt32LE(at + 16),
      packedSize,
      size,
      dataAt,
    });
    at = next;
  }
  if (entries.length !== directory.count) throw damaged('structure');
  if (new Set(entries.map((entry) => entry.name.toLowerCase())).size !== entries.length) throw damaged('structure');
  assertSideBySide(spans, directory.at);
  return entries;
}

/** Overlapping entries make a bomb of a small file, gaps hide other files. A data descriptor of up to 24 bytes may stand between. */
function assertSideBySide(spans: { from: number; to: number }[], directoryAt: number): void {
  let expected = 0;
  for (const span of [...spans.sort((a, b) => a.from - b.from), { from: directoryAt, to: directoryAt }]) {
    if (span.from < expected || span.from > expected + (expected === 0 ? 0 : 24)) throw damaged('structure');
    expected = span.to;
  }
}

/** Unpacks into one piece of the size that is claimed, so that a large part is not held twice. */
const inflate = (packed: Buffer, claimed: number, maxOutputLength: number): Promise<{ buffer: Buffer; engine: { bytesWritten: number } }> =>
  new Promise((resolve, reject) => {
    // with `info` the callback gives the engine too (nodejs.org/api/zlib.html), which the types do not know
    inflateRaw(packed, { maxOutputLength, chunkSize: Math.max(65_536, claimed + 1), info: true }, (error, result) => {
      if (error) reject(error);
      else resolve(result as unknown as { buffer: Buffer; engine: { bytesWritten: number } });
    });
  });

/** Unpacks one entry, never further than the budget, and checks size and checksum against what its header claims. */
export async function readEntry(bytes: Buffer, entry: ZipEntry, budget: Budget): Promise<Buffer> {
  const tooLarge = () => new Refusal('FILE_ARCHIVE_TOO_LARGE', { reason: 'unpacked', max: budget.total });
  if (entry.isEncrypted) throw new Refusal('FILE_ENCRYPTED', { entry: entry.name });
  if (entry.size > budget.remaining) throw tooLarge();
  const packed = bytes.subarray(entry.dataAt, entry.dataAt + entry.packedSize);
  let content = packed;
  if (entry.method === 8) {
    try {
      const { buffer, engine } = await inflate(packed, entry.size, Math.max(1, budget.remaining));
      if (engine.bytesWritten !== packed.length) throw damaged('structure');
      content = buffer;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (error instanceof RangeError) throw tooLarge();
      throw damaged('structure');
    }
  } else if (entry.method !== 0) throw damaged('method');
  if (!budget.take(content.length)) throw tooLarge();
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged('structure');
  return content;
}
