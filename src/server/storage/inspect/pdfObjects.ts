/** The objects of a PDF (ISO 32000-1, 7.2 and 7.3) as a reader meets them: what is a name, what only stands inside a string, where streams lie. */

export interface PdfStream {
  /** First byte of the data, and the first `endstream` behind it. */
  at: number;
  end: number;
  /** Its dictionary without strings. */
  dictionary: string;
}
export interface PdfSyntax {
  /** Everything between streams, strings left out. */
  plain: string;
  streams: PdfStream[];
}

interface Lexed {
  /** The text without its strings; comments stay. */
  plain: string;
  /** Behind the word `stream`; -1 when there is none. */
  streamAt: number;
}

/** Where a string or comment may begin or end, and the word that begins data. */
const SIGN = /<<|>>|[()<>%]|(?<![^\s\0()<>[\]{}/%])stream(?![^\s\0()<>[\]{}/%])/g;
const PARENTHESIS = /[()\\]/g;

/** The end of a literal string that opens at `from`: parentheses nest, a backslash takes the next character's meaning. */
function stringEnd(text: string, from: number): number {
  let depth = 0;
  PARENTHESIS.lastIndex = from;
  for (let found = PARENTHESIS.exec(text); found; found = PARENTHESIS.exec(text)) {
    if (found[0] === '\\') PARENTHESIS.lastIndex += 1;
    else depth += found[0] === '(' ? 1 : -1;
    if (depth === 0) return PARENTHESIS.lastIndex;
  }
  return -1;
}

function hexEnd(text: string, from: number): number {
  const end = text.indexOf('>', from);
  return end !== -1 && /^[\da-f\s\0]*$/i.test(text.slice(from + 1, end)) ? end + 1 : -1;
}

const LINE_END = /[\r\n]/g;
function commentEnd(text: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.exec(text)?.index ?? -1;
}

const END_OF: Record<string, (text: string, from: number) => number> = { '(': stringEnd, '<': hexEnd, '%': commentEnd };

/**
 * Reads one object, or whatever stands between two, from its first character. Null when a string, comment or dictionary is still open at
 * the end: who reads on from there, and who begins to read there, would disagree about what is a string.
 */
function lex(text: string): Lexed | null {
  const plain: string[] = [];
  let kept = 0;
  let depth = 0;
  let closed = -1;
  SIGN.lastIndex = 0;
  for (let found = SIGN.exec(text); found; found = SIGN.exec(text)) {
    const [sign] = found;
    const at = found.index;
    if (sign === '<<') depth += 1;
    else if (sign === '>>') {
      depth -= 1;
      closed = at + 2;
    } else if (sign === 'stream') {
      if (depth !== 0 || closed === -1 || /[^\s\0]/.test(text.slice(closed, at)) || !/^[\r\n]/.test(text.slice(at + 6))) return null;
      return { plain: [...plain, text.slice(kept, at)].join('()'), streamAt: at + 6 };
    } else {
      const end = END_OF[sign]?.(text, at) ?? -1;
      if (end === -1) return null;
      SIGN.lastIndex = end;
      if (sign === '%') continue;
      plain.push(text.slice(kept, at));
      kept = end;
    }
    if (depth < 0) return null;
  }
  return depth === 0 ? { plain: [...plain, text.slice(kept)].join('()'), streamAt: -1 } : null;
}

/** Whether a reader may begin to read at a word: behind a number, an entry of the cross-reference table or the end of a comment. */
function mayBegin(text: string, word: number): boolean {
  let before = word - 1;
  while (before >= 0 && /[ \t\f\0]/.test(text.charAt(before))) before -= 1;
  return before < 0 || /[\d.+\-\r\n]/.test(text.charAt(before)) || (before < word - 1 && /[nf]/.test(text.charAt(before)));
}

/**
 * Every place where a reader may begin: it jumps to objects by their offsets, so one may lie in a string or in what looks like a stream.
 * With a letter behind it (`3 objects`) the word is another.
 */
const beginnings = (text: string): number[] =>
  [...text.matchAll(/obj(?![a-zA-Z])|trailer/g)].map(({ index }) => index).filter((index) => mayBegin(text, index));

/** Reads a whole file, one character a byte. Null when any part of it is irregular: then nothing may be taken for the inside of a string. */
export function readSyntax(text: string): PdfSyntax | null {
  const places = beginnings(text);
  const plain = [text.slice(0, places[0])];
  const streams: PdfStream[] = [];
  for (const [i, from] of places.entries()) {
    const next = places[i + 1];
    // the last line need not end
    const lexed = lex(next === undefined ? `${text.slice(from)}\n` : text.slice(from, next));
    if (!lexed) return null;
    plain.push(lexed.plain);
    if (lexed.streamAt === -1) continue;
    const word = from + lexed.streamAt;
    const at = text.startsWith('\r\n', word) ? word + 2 : word + 1;
    const closing = text.indexOf('endstream', at);
    const end = closing === -1 ? text.length : closing;
    streams.push({ at, end, dictionary: lexed.plain });
    // an honest file has nothing here: whatever stands here is read with its strings
    if (next === undefined || end < next) plain.push(text.slice(end, next));
  }
  return { plain: plain.join('\n'), streams };
}

/** The one number under a key; NaN when the key is not there once, with a number of its own. */
function numberOf(dictionary: string, key: 'First' | 'N'): number {
  const found = [...dictionary.matchAll(new RegExp(`/${key}\\b(?:[\\s\\0]*(\\d{1,10})\\b(?![\\s\\0]+\\d+[\\s\\0]+R\\b))?`, 'g'))];
  return found.length === 1 ? Number(found[0]?.[1] ?? Number.NaN) : Number.NaN;
}

/**
 * The objects that lie in an object stream (7.5.7), without their strings: each from its own offset. Null when anything is irregular.
 * `dictionary` is the stream's, without strings and with its names unescaped.
 */
export function packedPlain(objects: string, dictionary: string): string | null {
  const first = numberOf(dictionary, 'First');
  const head = objects.slice(0, first);
  const numbers = head.match(/[^\s\0]+/g) ?? [];
  if (numbers.length !== 2 * numberOf(dictionary, 'N') || numbers.some((number) => !/^\d{1,10}$/.test(number))) return null;
  if (/\d$/.test(head) && /\d/.test(objects.charAt(first))) return null;
  const offsets = numbers.filter((_, i) => i % 2 === 1).map(Number);
  const plain = [objects.slice(first, first + (offsets[0] ?? 0))];
  for (const [i, offset] of offsets.entries()) {
    const next = offsets[i + 1];
    if (next !== undefined && next <= offset) return null;
    const lexed = lex(`${objects.slice(first + offset, next === undefined ? undefined : first + next)}${next === undefined ? '\n' : ''}`);
    if (!lexed || lexed.streamAt !== -1) return null;
    plain.push(lexed.plain);
  }
  return plain.join('\n');
}
