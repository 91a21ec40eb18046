import { crc32 } from 'node:zlib';
import { checkJpegTail } from './jpegTail';
import { Refusal } from './refusal';
import { isHarmlessTail, isPadding } from './tail';

const damaged = (reason: string) => new Refusal('FILE_DAMAGED', { reason });

/** The most that the browser of whoever opens the picture is asked to lay out. */
const MAX_PIXELS = 100_000_000;

function assertSize(width: number, height: number): void {
  if (width === 0 || height === 0) throw damaged('structure');
  if (width * height > MAX_PIXELS) throw new Refusal('FILE_TOO_LARGE', { reason: 'pixels', width, height });
}

/** Whether a marker begins a frame of a JPEG: the baseline one or another kind, no table. */
const isFrame = (marker: number): boolean => (marker & 0xf0) === 0xc0 && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Checks a PNG chunk by chunk to IEND, checksums included. */
export function checkPng(bytes: Buffer): void {
  let at = 8;
  let pictures = 0;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw damaged('truncated');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at === 8 && (type !== 'IHDR' || length !== 13)) throw damaged('structure');
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw damaged('structure');
    if (at === 8) assertSize(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
    if (type === 'IDAT') pictures += 1;
    at = end;
    if (type === 'IEND') {
      if (pictures === 0) throw damaged('structure');
      if (!isHarmlessTail(bytes.subarray(at))) throw damaged('trailing');
      return;
    }
  }
  throw damaged('truncated');
}

/** Steps over the sub-blocks of a GIF and gives the place behind their terminator. */
function skipSubBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const size = bytes[at];
    if (size === undefined) throw damaged('truncated');
    at += 1 + size;
    if (size === 0) return at;
  }
}

const colourTable = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Checks a GIF block by block to its trailer. */
export function checkGif(bytes: Buffer): void {
  if (bytes.length < 14) throw damaged('truncated');
  assertSize(bytes.readUInt16LE(6), bytes.readUInt16LE(8));
  let at = 13 + colourTable(bytes.readUInt8(10));
  let pictures = 0;
  for (;;) {
    const block = bytes[at];
    if (block === 0x21) at = skipSubBlocks(bytes, at + 2);
    else if (block === 0x2c) {
      if (at + 10 >= bytes.length) throw damaged('truncated');
      pictures += 1;
      assertSize(bytes.readUInt16LE(at + 5), bytes.readUInt16LE(at + 7));
      at = skipSubBlocks(bytes, at + 10 + colourTable(bytes.readUInt8(at + 9)) + 1);
    } else if (block === 0x3b) {
      if (pictures === 0) throw damaged('structure');
      if (!isHarmlessTail(bytes.subarray(at + 1))) throw damaged('trailing');
      return;
    } else if (block === undefined && at === bytes.length && pictures > 0)
      return; // some programs forget the trailer, and every viewer forgives it
    else throw damaged(block === undefined ? 'truncated' : 'structure');
  }
}

/** Gives the place behind the end-of-image marker of the JPEG that starts at `from`. */
function jpegEnd(bytes: Buffer, from: number): number {
  let at = from + 2;
  let frames = 0;
  let scans = 0;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) throw damaged('structure');
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) {
      if (scans === 0) throw damaged('structure');
      return at + 2;
    } else if ((marker >= 0xd0 && marker <= 0xd7) || marker === 0x01) at += 2;
    else {
      if (at + 4 > bytes.length || marker === 0 || marker === 0xd8) throw damaged('structure');
      if (isFrame(marker)) {
        frames += 1;
        assertSize(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
      }
      at += 2 + bytes.readUInt16BE(at + 2);
      if (marker === 0xda) {
        if (frames === 0) throw damaged('structure');
        scans += 1;
        at = scanEnd(bytes, at);
      }
    }
  }
  throw damaged('truncated');
}

/** Steps over entropy-coded data: it ends at a marker that is neither stuffed nor a restart. */
function scanEnd(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  throw damaged('truncated');
}

/** Checks a JPEG to its end. Phones append further pictures (gain map, preview), notes and the video of a motion photo; nothing else may follow. */
export function checkJpeg(bytes: Buffer): void {
  let at = jpegEnd(bytes, 0);
  for (;;) {
    let next = at;
    while (isPadding(bytes[next] ?? 1) && bytes.toString('latin1', next, next + 3) !== START) next += 1;
    if (bytes.toString('latin1', next, next + 3) !== START) break;
    at = jpegEnd(bytes, next);
  }
  checkJpegTail(bytes.subarray(at));
}
const START = '\xff\xd8\xff';

/** Checks the size that a picture inside a document claims, and nothing else of it: a damaged one is simply not shown. */
export function assertPictureSize(bytes: Buffer): void {
  const magic = bytes.toString('latin1', 0, 8);
  if (magic === '\x89PNG\r\n\x1a\n' && bytes.length >= 24) assertSize(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  else if (/^GIF8[79]a/.test(magic) && bytes.length >= 10) assertSize(bytes.readUInt16LE(6), bytes.readUInt16LE(8));
  else if (magic.startsWith('\xff\xd8\xff')) {
    for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
      if (isFrame(bytes.readUInt8(at + 1))) assertSize(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    }
  }
}
