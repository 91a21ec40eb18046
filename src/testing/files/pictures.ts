import { crc32, deflateSync } from 'node:zlib';

const SIDE = 64;

/** A grey level for a tile of the test picture. */
const level = (x: number, y: number): number => (x * 29 + y * 17) % 256;

/** A baseline JPEG of 8x8 grey tiles. */
export function makeJpg(): Buffer {
  const segment = (marker: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
  const bits: string[] = [];
  let previous = 0;
  for (let y = 0; y < SIDE / 8; y += 1) {
    for (let x = 0; x < SIDE / 8; x += 1) {
      const dc = (level(x, y) - 128) * 8;
      const difference = dc - previous;
      previous = dc;
      const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
      const value = difference < 0 ? difference + 2 ** size - 1 : difference;
      // every size is a code of four bits, the end of a block one of one bit
      bits.push(size.toString(2).padStart(4, '0'), size === 0 ? '' : value.toString(2).padStart(size, '0'), '0');
    }
  }
  const stream = bits.join('');
  const packed = (stream.padEnd(Math.ceil(stream.length / 8) * 8, '1').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const scan = packed.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte]));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    segment(0xc0, Buffer.from([8, 0, SIDE, 0, SIDE, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.from([0x00, 0, 0, 0, 12, ...new Array(12).fill(0), ...Array.from({ length: 12 }, (_, i) => i)])),
    segment(0xc4, Buffer.from([0x10, 1, ...new Array(15).fill(0), 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from(scan),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A grey PNG, which may claim another size than it has. */
export function makePng({ width, height } = { width: SIDE, height: SIDE }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Array.from({ length: SIDE }, (_, y) => Buffer.from([0, ...Array.from({ length: SIDE }, (_, x) => level(x >> 3, y >> 3))]));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A GIF with 128 greys; the clear code comes so often that all codes keep eight bits. */
export function makeGif(): Buffer {
  const codes: number[] = [];
  for (let i = 0; i < SIDE * SIDE; i += 1) {
    if (i % 100 === 0) codes.push(128);
    codes.push(level((i % SIDE) >> 3, Math.floor(i / SIDE) >> 3) >> 1);
  }
  codes.push(129);
  const blocks: Buffer[] = [];
  for (let at = 0; at < codes.length; at += 255) {
    const part = codes.slice(at, at + 255);
    blocks.push(Buffer.from([part.length, ...part]));
  }
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from([SIDE, 0, SIDE, 0, 0xf6, 0, 0]),
    Buffer.from(Array.from({ length: 128 }, (_, i) => [2 * i, 2 * i, 2 * i]).flat()),
    Buffer.from([0x2c, 0, 0, 0, 0, SIDE, 0, SIDE, 0, 0, 7]),
    ...blocks,
    Buffer.from([0, 0x3b]),
  ]);
}
