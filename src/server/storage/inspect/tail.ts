import { sniff } from './sniff';

/** A camera, mail program or server may leave a note of so many bytes behind a file. */
const MAX_NOTE = 4_096;
/** Signs that no note has: a page that a browser would run, a document, an archive. */
const OTHER_FILE = /<(?:!doctype|\?|%|html|head|body|script|svg|iframe|object|embed|form|meta)|%PDF-|Rar!|7z\xbc\xaf/i;
/** Zeros, ones, spaces, ends of lines, the end mark of DOS. */
const PADDING = new Set([0x00, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x20, 0xff]);

const SPACE = 0x20;
const LINE_END = 0x0a;

/** Whether a byte only fills a file up. */
export const isPadding = (byte: number): boolean => PADDING.has(byte);

/** Whether what follows the end of a file is harmless: padding, or a short note in letters that is no file itself. */
export function isHarmlessTail(tail: Buffer): boolean {
  if (tail.every(isPadding)) return true;
  if (tail.length > MAX_NOTE || tail.some((byte) => byte < 0x20 && !isPadding(byte))) return false;
  // a file may begin behind any filling, not only at the first byte
  const note = Buffer.from(tail.map((byte) => (isPadding(byte) && byte !== SPACE ? LINE_END : byte))).toString('latin1');
  if (OTHER_FILE.test(note)) return false;
  return note.split('\n').every((line) => ['text', 'unknown'].includes(sniff(Buffer.from(line.trim(), 'latin1'))));
}
