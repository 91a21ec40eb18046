import { Refusal } from './refusal';
import { isHarmlessTail, isPadding } from './tail';
import { videoEnd } from './video';

/** A note of Samsung's camera may be so long; what is longer must be a video. */
const MAX_NOTE = 65_536;
const MOTION_PHOTO = 'MotionPhoto_Data';

/** The notes that Samsung's camera appends: "SEFH" directory and blocks that fill the trailer to the byte (ExifTool, Samsung.pm). */
function isSamsungTrailer(tail: Buffer): boolean {
  if (tail.length < 20 || tail.toString('latin1', tail.length - 4) !== 'SEFT') return false;
  const directory = tail.length - 8 - tail.readUInt32LE(tail.length - 8);
  if (directory < 0 || directory + 12 > tail.length || tail.toString('latin1', directory, directory + 4) !== 'SEFH') return false;
  const count = tail.readUInt32LE(directory + 8);
  if (directory + 12 + 12 * count + 8 !== tail.length) return false;
  let covered = 0;
  for (let entry = directory + 12; entry < directory + 12 + 12 * count; entry += 12) {
    const from = directory - tail.readUInt32LE(entry + 4);
    const size = tail.readUInt32LE(entry + 8);
    if (from < 0 || from + size > directory) return false;
    const block = tail.subarray(from, from + size);
    if (size > MAX_NOTE && !isMotionPhoto(block)) return false;
    covered += size;
  }
  return covered === directory;
}

/** Whether a block is the video of a motion photo: two words, the length of its name, its name, its data. */
function isMotionPhoto(block: Buffer): boolean {
  const from = 8 + block.readUInt32LE(4);
  return block.toString('latin1', 8, from) === MOTION_PHOTO && videoEnd(block.subarray(from)) === block.length - from;
}

/** Checks what follows the last picture of a JPEG: padding, a note, Samsung's notes, the video of a motion photo; nothing else may. */
export function checkJpegTail(tail: Buffer): void {
  const begins = tail.findIndex((byte) => !isPadding(byte));
  const video = tail.indexOf('ftyp', 0, 'latin1') - 4;
  // the length before the word may look like padding
  const moves = video >= 0 && video <= begins && begins <= video + 4;
  const end = moves ? videoEnd(tail.subarray(video)) : -1;
  const rest = end === -1 ? tail : tail.subarray(video + end);
  if (isHarmlessTail(rest) || isSamsungTrailer(rest)) return;
  throw new Refusal('FILE_DAMAGED', { reason: moves || tail.includes(MOTION_PHOTO, 0, 'latin1') ? 'motion' : 'trailing' });
}
