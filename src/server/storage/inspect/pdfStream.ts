import { constants, inflateSync } from 'node:zlib';
import { type Budget, Refusal } from './refusal';

const PREFIX = 2_048;
/** The most that one stream may unpack to: it is held in memory whole. */
const MAX_STREAM = 20 * 1024 * 1024;
const MAX_LAYERS = 4;

const isZlib = (bytes: Buffer): boolean => bytes.length > 2 && (bytes.readUInt8(0) & 0x8f) === 8 && bytes.readUInt16BE(0) % 31 === 0;

/** An object stream begins with pairs "number offset"; predictor marks, white space and comments may come first. */
const beginsWithPairs = (bytes: Buffer): boolean =>
  /^(?:[\p{Cc}\s]|%[^\r\n]*[\r\n])*\d+[\s\0]+\d+[\s\0]/u.test(bytes.toString('latin1', 0, PREFIX));

function inflateWhole(bytes: Buffer, budget: Budget): Buffer {
  try {
    const content = inflateSync(bytes, { maxOutputLength: Math.max(1, Math.min(MAX_STREAM, budget.remaining)) });
    if (budget.take(content.length)) return content;
  } catch (error) {
    if (!(error instanceof RangeError)) throw new Refusal('FILE_DAMAGED', { reason: 'structure' });
  }
  throw new Refusal('FILE_ARCHIVE_TOO_LARGE', { reason: 'unpacked', max: budget.total });
}

function inflateStart(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes.subarray(0, PREFIX), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4_194_304 });
  } catch {
    return Buffer.alloc(0);
  }
}

const isHex = (bytes: Buffer): boolean => /^[\da-f\s\0]{16,}>?[\s\0]*$/i.test(bytes.toString('latin1', 0, PREFIX));
const isAscii85 = (bytes: Buffer): boolean => /^(?:<~)?[!-uz\s\0]{16,}(?:~>?)?[\s\0]*$/.test(bytes.toString('latin1', 0, PREFIX));

function decodeHex(bytes: Buffer): Buffer {
  const digits =
    bytes
      .toString('latin1')
      .split('>', 1)[0]
      ?.replace(/[^\da-f]/gi, '') ?? '';
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
}

function decodeAscii85(bytes: Buffer): Buffer {
  const text = (bytes.toString('latin1').replace(/^<~/, '').split('~', 1)[0] ?? '').replace(/[\s\0]/g, '').replaceAll('z', '!!!!!');
  const out = Buffer.alloc(4 * Math.ceil(text.length / 5));
  let length = 0;
  for (let at = 0; at < text.length; at += 5) {
    const group = text.slice(at, at + 5).padEnd(5, 'u');
    let value = 0;
    for (const letter of group) value = value * 85 + letter.charCodeAt(0) - 33;
    out.writeUInt32BE(value % 2 ** 32, 4 * (at / 5));
    length += Math.min(4, text.length - at - 1);
  }
  return out.subarray(0, Math.max(0, length));
}

/**
 * The objects that a stream holds, or null when it holds none. Judged by the bytes alone, layer by layer, because an attacker also
 * writes the dictionary; `bytes` run from the stream's first byte on, since a packed stream knows its own end.
 */
export function packedObjects(bytes: Buffer, length: number, budget: Budget): string | null {
  let layer = bytes.subarray(0, length);
  let whole = bytes;
  for (let depth = 0; depth <= MAX_LAYERS; depth += 1) {
    if (beginsWithPairs(layer)) return layer.toString('latin1');
    if (isZlib(layer)) {
      const start = inflateStart(whole);
      if (!beginsWithPairs(start) && !isZlib(start) && !isHex(start) && !isAscii85(start)) return null;
      layer = inflateWhole(whole, budget);
    } else if (isHex(layer)) layer = decodeHex(layer);
    else if (isAscii85(layer)) layer = decodeAscii85(layer);
    else return null;
    whole = layer;
  }
  return null;
}
