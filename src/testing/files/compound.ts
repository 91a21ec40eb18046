/** A slot of a compound file's directory ([MS-CFB] 2.6); links are numbers of slots. */
export interface Slot {
  name: string;
  kind: 'root' | 'storage' | 'stream';
  left?: number;
  right?: number;
  child?: number;
  content?: Buffer;
}

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const KINDS = { storage: 1, stream: 2, root: 5 } as const;

/** A compound file of exactly these slots, in this order, however odd; streams of 4,096 bytes and more only. */
export function assembleCompound(slots: readonly Slot[]): Buffer {
  const directorySectors = Math.ceil(slots.length / 4);
  const streamSectors = slots.reduce((sum, { content }) => sum + Math.ceil((content?.length ?? 0) / SECTOR), 0);
  const tableSectors = Math.ceil((directorySectors + streamSectors) / 127) + 1;
  if (tableSectors > 109) throw new Error('too large for a header without a chain of its own');
  const file = Buffer.alloc(SECTOR * (1 + tableSectors + directorySectors + streamSectors));
  const table = new Uint32Array((tableSectors * SECTOR) / 4).fill(FREE);
  const chain = (from: number, count: number) => {
    for (let i = 0; i < count; i += 1) table[from + i] = i + 1 < count ? from + i + 1 : END;
  };
  for (let i = 0; i < tableSectors; i += 1) table[i] = 0xfffffffd;
  chain(tableSectors, directorySectors);
  let free = tableSectors + directorySectors;
  slots.forEach(({ name, kind, left = FREE, right = FREE, child = FREE, content }, index) => {
    const at = SECTOR * (1 + tableSectors) + 128 * index;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(2 * name.length + 2, at + 64);
    file.set([KINDS[kind], 1], at + 66);
    file.writeUInt32LE(left, at + 68);
    file.writeUInt32LE(right, at + 72);
    file.writeUInt32LE(child, at + 76);
    file.writeUInt32LE(content ? free : END, at + 116);
    file.writeUInt32LE(content?.length ?? 0, at + 120);
    if (!content) return;
    content.copy(file, SECTOR * (1 + free));
    const count = Math.ceil(content.length / SECTOR);
    chain(free, count);
    free += count;
  });
  file.write('d0cf11e0a1b11ae1', 0, 'hex');
  [0x3e, 3, 0xfffe, 9, 6].forEach((value, i) => {
    file.writeUInt16LE(value, 24 + 2 * i);
  });
  file.writeUInt32LE(tableSectors, 44);
  file.writeUInt32LE(tableSectors, 48);
  file.writeUInt32LE(4_096, 56);
  file.writeUInt32LE(END, 60);
  file.writeUInt32LE(END, 68);
  for (let i = 0; i < 109; i += 1) file.writeUInt32LE(i < tableSectors ? i : FREE, 76 + 4 * i);
  table.forEach((value, i) => {
    file.writeUInt32LE(value, SECTOR + 4 * i);
  });
  return file;
}
