import { packedObjects } from './pdfStream';
import { Budget, Refusal } from './refusal';

/** Names (ISO 32000) that no document in a case may carry, and what they are. */
const FORBIDDEN: ReadonlyMap<string, 'encrypted' | 'javascript' | 'launch' | 'attachment' | 'form'> = new Map([
  ['Encrypt', 'encrypted'],
  ['JavaScript', 'javascript'],
  ['JS', 'javascript'],
  ['Launch', 'launch'],
  ['EmbeddedFile', 'attachment'],
  ['EmbeddedFiles', 'attachment'],
  ['EF', 'attachment'],
  ['FileAttachment', 'attachment'],
  ['GoToE', 'attachment'],
  ['RichMedia', 'attachment'],
  ['RichMediaContent', 'attachment'],
  // a form of this kind carries scripts and does not show in a browser
  ['XFA', 'form'],
]);

/** Far more than a paper of a few megabytes has; each costs a look. */
const MAX_STREAMS = 10_000;
/** What calls itself an object stream: so many, and so much unpacked from all of them. */
const MAX_OBJECT_STREAMS = 500;
const MAX_OBJECT_BYTES = 20 * 1024 * 1024;
/** What merely looks like one may unpack to so many times the file's own size: drawings begin with pairs of numbers too. */
const MOST_UNPACKED = 20;
const OBJECT = /\d[\s\0]+\d+[\s\0]+obj\b/;
const damaged = (reason: string) => new Refusal('FILE_DAMAGED', { reason });

/** Writes names as readers see them: `#4a` in a name is the letter J. */
const unescaped = (text: string): string =>
  text.replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Refuses names that no document may carry; says whether a page is among the objects. */
function checkNames(text: string): boolean {
  let page = false;
  for (const [, name = ''] of text.matchAll(/\/([^\0\s()<>[\]{}/%]{2,127})/g)) {
    const plain = name.includes('#') ? unescaped(name) : name;
    const found = FORBIDDEN.get(plain);
    if (found === 'encrypted') throw new Refusal('FILE_ENCRYPTED');
    if (found) throw new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: found });
    if (plain === 'Page') page = true;
  }
  return page;
}

interface Split {
  /** Everything a reader can take for objects: the text between streams and whatever inside streams looks like objects. */
  structure: string;
  /** Beginning, end and (as far as one can tell) dictionary of each stream. */
  streams: { at: number; end: number; dictionary: string }[];
}

/** Separates streams from the objects around them in one pass. */
function split(text: string): Split {
  const structure: string[] = [];
  const streams: Split['streams'] = [];
  let from = 0;
  for (let word = text.indexOf('stream'); word !== -1; word = text.indexOf('stream', from)) {
    const before = text.slice(from, word);
    structure.push(before);
    from = word + 6;
    if (!/[\r\n]/.test(text.charAt(word + 6)) || before.endsWith('end')) continue;
    const at = text.startsWith('\r\n', word + 6) ? word + 8 : word + 7;
    const closing = text.indexOf('endstream', at);
    const end = closing === -1 ? text.length : closing;
    streams.push({ at, end, dictionary: unescaped(before.slice(Math.max(0, before.lastIndexOf(' obj')))) });
    // a reader jumps to objects by their offsets, so one may lie in what looks like a stream
    const hidden = text.slice(at, end).search(OBJECT);
    if (hidden !== -1) structure.push(text.slice(at + hidden, end));
    from = end;
  }
  structure.push(text.slice(from));
  return { structure: structure.join('\n'), streams };
}

/** Checks every stream by what it unpacks to; says whether a page is among the packed objects. */
function checkStreams(bytes: Buffer, { structure, streams }: Split): boolean {
  if (streams.length > MAX_STREAMS) throw damaged('limits');
  const names = unescaped(structure);
  const compressed = /\/(?:XRef|ObjStm)\b/.test(names);
  if (!/\/Root\b/.test(names) || !(compressed || /\btrailer\b/.test(structure))) throw damaged('structure');
  // no program packs objects like this; it would only hide them from this reading
  if (compressed && /\/(?:LZWDecode|LZW|RunLengthDecode|RL)\b/.test(names)) throw damaged('filter');
  const declaredBudget = new Budget(MAX_OBJECT_BYTES);
  const otherBudget = new Budget(Math.max(MAX_OBJECT_BYTES, MOST_UNPACKED * bytes.length));
  let declaredStreams = 0;
  let page = false;
  for (const { at, end, dictionary } of streams) {
    const declared = /\/ObjStm\b/.test(dictionary);
    if (declared) declaredStreams += 1;
    if (declaredStreams > MAX_OBJECT_STREAMS) throw damaged('limits');
    const objects = packedObjects(bytes.subarray(at), end - at, declared ? declaredBudget : otherBudget);
    if (objects !== null && checkNames(objects)) page = true;
    if (declared && (objects === null || /\/Predictor\s+(?!1\b)/.test(dictionary))) throw damaged('filter');
  }
  return page;
}

/** Checks a PDF: whole from first byte to last, open to everybody, with a page, nothing that runs or rides along. */
export function checkPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  const table = /startxref\s+(\d{1,10})\s*$/.exec(text.slice(Math.max(0, end - 40), Math.max(0, end)))?.[1];
  if (table === undefined || Number(table) >= end || !OBJECT.test(text)) throw damaged('truncated');
  if (/[^\0\s]/.test(text.slice(end + 5))) throw damaged('trailing');
  const parts = split(text);
  const pages = [checkNames(parts.structure), checkStreams(bytes, parts)];
  if (!pages.includes(true)) throw damaged('noPages');
}
