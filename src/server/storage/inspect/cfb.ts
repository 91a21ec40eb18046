import { Refusal } from './refusal';

/** One storage (folder) or stream (file) of an OLE compound file. */
export interface CfbEntry {
  name: string;
  /** Directly under the root, where a program looks for its document. */
  atRoot: boolean;
  kind: 'root' | 'storage' | 'stream';
  classId: string;
  start: number;
  size: number;
}

export interface CompoundFile {
  entries: CfbEntry[];
  read(entry: CfbEntry): Buffer;
}

/** Far more than an Office program nests or writes; Word's own go some four deep. */
const MAX_DEPTH = 32;
const MAX_ENTRIES = 4_000;
const FREE_FROM = 0xfffffffa;
const NONE = 0xffffffff;
const damaged = () => new Refusal('FILE_DAMAGED', { reason: 'structure' });

/** Follows a chain of sectors; a chain longer than the file is a loop. */
function chain(start: number, table: Uint32Array, longest: number): number[] {
  const sectors: number[] = [];
  for (let at = start; at < FREE_FROM; at = table[at] ?? NONE) {
    if (at >= table.length || sectors.length > longest) throw damaged();
    sectors.push(at);
  }
  return sectors;
}

function words(bytes: Buffer): Uint32Array {
  const table = new Uint32Array(bytes.length >> 2);
  for (let i = 0; i < table.length; i += 1) table[i] = bytes.readUInt32LE(4 * i);
  return table;
}

/** Lists the sectors of the allocation table: 109 in the header, further ones in a chain of their own. */
function allocationSectors(bytes: Buffer, sector: (n: number) => Buffer): number[] {
  const listed = [...words(bytes.subarray(76, 512))];
  const seen = new Set<number>();
  for (let next = bytes.readUInt32LE(68); next < FREE_FROM; ) {
    if (seen.has(next)) throw damaged();
    seen.add(next);
    const further = words(sector(next));
    listed.push(...further.subarray(0, -1));
    next = further.at(-1) ?? NONE;
  }
  return listed.filter((n) => n < FREE_FROM).slice(0, Math.min(bytes.readUInt32LE(44), bytes.length >> 9));
}

/** Reads an OLE compound file ([MS-CFB]); every chain is bounded by the file's own size. */
export function readCfb(bytes: Buffer): CompoundFile {
  const shift = bytes.length >= 512 ? bytes.readUInt16LE(30) : 0;
  if ((shift !== 9 && shift !== 12) || bytes.readUInt16LE(32) !== 6) throw damaged();
  const sectorSize = 1 << shift;
  const sector = (n: number): Buffer => {
    const from = (n + 1) * sectorSize;
    if (from >= bytes.length) throw damaged();
    const part = bytes.subarray(from, from + sectorSize);
    return part.length === sectorSize ? part : Buffer.concat([part], sectorSize);
  };
  const joined = (start: number): Buffer => Buffer.concat(chain(start, table, bytes.length >> shift).map(sector));
  const table = words(Buffer.concat(allocationSectors(bytes, sector).map(sector)));
  const directory = joined(bytes.readUInt32LE(48));
  const smallTable = words(joined(bytes.readUInt32LE(60)));
  const smallLimit = bytes.readUInt32LE(56);
  const entries = readDirectory(directory, sectorSize);
  const root = entries[0];
  if (root?.kind !== 'root') throw damaged();
  const small = root.start < FREE_FROM ? joined(root.start) : Buffer.alloc(0);
  return {
    entries,
    read: ({ start, size }) => {
      if (size > bytes.length) throw damaged();
      const pieces = () => chain(start, smallTable, small.length >> 6).map((n) => small.subarray(64 * n, 64 * n + 64));
      const whole = size < smallLimit ? Buffer.concat(pieces()) : joined(start);
      if (whole.length < size) throw damaged();
      return whole.subarray(0, size);
    },
  };
}

/** Walks the tree of names from the root; every slot that is in use is listed, also one that no path reaches. */
function readDirectory(directory: Buffer, sectorSize: number): CfbEntry[] {
  const slots: (CfbEntry & { used: boolean; left: number; right: number; child: number })[] = [];
  let used = 0;
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const slot = directory.subarray(at, at + 128);
    const kind = ({ 1: 'storage', 2: 'stream', 5: 'root' } as const)[slot.readUInt8(66)];
    if (kind) used += 1;
    if (used > MAX_ENTRIES) throw new Refusal('FILE_DAMAGED', { reason: 'limits' });
    slots.push({
      used: kind !== undefined,
      name: kind ? slot.toString('utf16le', 0, Math.max(0, Math.min(64, slot.readUInt16LE(64)) - 2)) : '',
      atRoot: false,
      kind: kind ?? 'storage',
      classId: slot.toString('hex', 80, 96),
      start: slot.readUInt32LE(116),
      // version 3 files may leave rubbish in the upper half
      size: sectorSize === 512 ? slot.readUInt32LE(120) : Number(slot.readBigUInt64LE(120)),
      left: slot.readUInt32LE(68),
      right: slot.readUInt32LE(72),
      child: slot.readUInt32LE(76),
    });
  }
  const queue: [number, number][] = [[slots[0]?.child ?? NONE, 1]];
  const seen = new Set<number>();
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [index, depth] = next;
    const slot = slots[index];
    if (!slot) continue;
    if (seen.has(index)) throw damaged();
    if (depth > MAX_DEPTH) throw new Refusal('FILE_DAMAGED', { reason: 'limits' });
    seen.add(index);
    slot.atRoot = depth === 1;
    queue.push([slot.left, depth], [slot.right, depth]);
    if (slot.kind === 'storage') queue.push([slot.child, depth + 1]);
  }
  return slots.filter((slot) => slot.used);
}
