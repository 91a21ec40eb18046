import { extensionOf } from '@/domain/fileKinds';
import { type Problem, problem } from '@/domain/problems';

/** Most file systems stop at 255 bytes; a Russian letter takes two. */
const MAX_BYTES = 255;
const MAX_INPUT = 4_096;

export type CleanName = { ok: true; name: string; extension: string } | { ok: false; problem: Problem };

const bad = (reason: 'empty' | 'noExtension' | 'direction' | 'tooLong'): CleanName => ({
  ok: false,
  problem: problem('FILE_NAME_BAD', ['name'], { reason }),
});

/** Signs that turn the reading direction: with them "fdp.exe" shows as "exe.pdf". No honest name holds one. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;
/** Control characters and signs without width (soft hyphen, joiners, marks, byte order mark, tags). */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu;
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i;

/** Cuts the middle out of a long name: the extension stays, no letter is split. */
function shorten(name: string): string {
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot);
  const room = MAX_BYTES - Buffer.byteLength(extension) - Buffer.byteLength('…');
  let base = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(name.slice(0, dot))) {
    used += Buffer.byteLength(segment);
    if (used > room) break;
    base += segment;
  }
  return `${base.trimEnd()}…${extension}`;
}

/** Makes a name that shows what it is and can be saved anywhere; repairs what is harmless, refuses what deceives. Keys never hold it. */
export function cleanFileName(name: string): CleanName {
  if (name.length > MAX_INPUT) return bad('tooLong');
  if (DIRECTION.test(name)) return bad('direction');
  const visible = name.toWellFormed().normalize('NFC').replace(INVISIBLE, '');
  const last = visible.slice(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1);
  const trimmed = last
    .replace(/[<>:"|?*\ufffd]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(DEVICE, '_$&');
  if (trimmed === '') return bad('empty');
  const extension = extensionOf(trimmed);
  if (extension === '') return bad('noExtension');
  if (Buffer.byteLength(extension) > 20) return bad('noExtension');
  return { ok: true, name: Buffer.byteLength(trimmed) > MAX_BYTES ? shorten(trimmed) : trimmed, extension };
}
