import { zipSync } from 'fflate';
import { pack } from './office';
import { makeGif, makeJpg, makePng } from './pictures';

const png = makePng();

/** Sets a bit of the flags, or another method, in every header of an archive. */
function patchHeaders(zip: Buffer, change: (header: Buffer, flagsAt: number) => void): Buffer {
  const copy = Buffer.from(zip);
  for (const [mark, flagsAt] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    for (let at = copy.indexOf(mark, 0, 'latin1'); at !== -1; at = copy.indexOf(mark, at + 4, 'latin1')) change(copy.subarray(at), flagsAt);
  }
  return copy;
}

/** A zip of pictures in a folder with a Russian name. */
export const makeZip = (): Buffer =>
  pack({ 'Грамоты/Грамота 2025.png': png, 'Грамоты/Фото.jpeg': makeJpg(), 'Грамоты/Схема.gif': makeGif() });

const link = (): Buffer =>
  Buffer.from(zipSync({ 'link.png': [new TextEncoder().encode('/etc/passwd'), { os: 3, attrs: 0o120777 << 16, level: 0 }] }));

function bomb(): Buffer {
  return pack({ 'zeros.pdf': Buffer.alloc(60 * 1024 * 1024) });
}

/** The hostile ones, each named by what it is. */
export const hostileZip = {
  encrypted: () => patchHeaders(makeZip(), (header, at) => header.writeUInt16LE(header.readUInt16LE(at) | 1, at)),
  encryptedAes: () => patchHeaders(makeZip(), (header, at) => header.writeUInt16LE(99, at + 2)),
  nested: () => pack({ 'a.png': png, 'b.zip': pack({ 'c.png': png }) }),
  bomb,
  /** Claims to hold a hundred bytes. */
  lyingBomb: () => patchHeaders(bomb(), (header, at) => header.writeUInt32LE(100, at + 16)),
  tooMany: () => pack(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.png`, png]))),
  parentPath: () => pack({ '../a.png': png }),
  backslashParentPath: () => pack({ '..\\a.png': png }),
  absolutePath: () => pack({ '/etc/a.png': png }),
  drivePath: () => pack({ 'C:\\a.png': png }),
  link,
  withExe: () => pack({ 'a.png': png, 'setup.exe': makeExe() }),
  withDisguisedExe: () => pack({ 'a.png': png, 'b.pdf': makeExe() }),
  empty: () => pack({}),
  trailing: () => Buffer.concat([makeZip(), makeExe()]),
  leading: () => Buffer.concat([makeExe(), makeZip()]),
};

/** The beginning of a Windows program. */
export function makeExe(): Buffer {
  const exe = Buffer.alloc(1_024);
  exe.write('MZ', 0, 'latin1');
  exe.writeUInt32LE(128, 60);
  exe.write('PE\0\0', 128, 'latin1');
  return exe;
}
