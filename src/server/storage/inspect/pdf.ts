import { type PdfStream, type PdfSyntax, packedPlain, readSyntax } from './pdfObjects';
import { opensWithoutPassword } from './pdfPassword';
import { packedObjects } from './pdfStream';
import { Budget, Refusal } from './refusal';
import { isHarmlessTail } from './tail';

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

interface Names {
  page: boolean;
  found: ReadonlySet<string>;
}

/** The forbidden names among objects, and whether a page is among them. */
function readNames(text: string): Names {
  const found = new Set<string>();
  let page = false;
  for (const [, name = ''] of text.matchAll(/\/([^\0\s()<>[\]{}/%]{2,127})/g)) {
    const plain = name.includes('#') ? unescaped(name) : name;
    if (FORBIDDEN.has(plain)) found.add(plain);
    if (plain === 'Page') page = true;
  }
  return { page, found };
}

interface Split extends PdfSyntax {
  /** Whether strings were told from names: then a stream is what its dictionary says. */
  regular: boolean;
}

/**
 * Separates streams from the objects around them without a word about strings: for files that are not written by the rules. Objects that
 * lie in what looks like a stream stay, since a reader jumps to them by their offsets; so does every long name, which no packed bytes have.
 */
function splitIrregular(text: string): Split {
  const plain: string[] = [...text.matchAll(/\/[A-Z#][\w#]{5,60}/g)].map(([name]) => name);
  const streams: PdfStream[] = [];
  let from = 0;
  for (let word = text.indexOf('stream'); word !== -1; word = text.indexOf('stream', from)) {
    const before = text.slice(from, word);
    plain.push(before);
    from = word + 6;
    if (!/[\r\n]/.test(text.charAt(word + 6)) || before.endsWith('end')) continue;
    const at = text.startsWith('\r\n', word + 6) ? word + 8 : word + 7;
    const closing = text.indexOf('endstream', at);
    const end = closing === -1 ? text.length : closing;
    streams.push({ at, end, dictionary: before.slice(Math.max(0, before.lastIndexOf(' obj'))) });
    const hidden = text.slice(at, end).search(OBJECT);
    if (hidden !== -1) plain.push(text.slice(at + hidden, end));
    from = end;
  }
  plain.push(text.slice(from));
  return { plain: plain.join('\n'), streams, regular: false };
}

function split(text: string): Split {
  const syntax = readSyntax(text);
  return syntax ? { ...syntax, regular: true } : splitIrregular(text);
}

interface Packed {
  objects: string;
  /** The same without strings, where that is safe. */
  plain: string;
}

/** What every stream that may hold objects unpacks to. */
function unpackObjects(bytes: Buffer, { plain, streams, regular }: Split): Packed[] {
  if (streams.length > MAX_STREAMS) throw damaged('limits');
  const names = unescaped(plain);
  const compressed = /\/(?:XRef|ObjStm)\b/.test(names);
  if (!/\/Root\b/.test(names) || !(compressed || /\btrailer\b/.test(plain))) throw damaged('structure');
  // no program packs objects like this; it would only hide them from this reading
  if (compressed && /\/(?:LZWDecode|LZW|RunLengthDecode|RL)\b/.test(names)) throw damaged('filter');
  const declaredBudget = new Budget(MAX_OBJECT_BYTES);
  const otherBudget = new Budget(Math.max(MAX_OBJECT_BYTES, MOST_UNPACKED * bytes.length));
  let declaredStreams = 0;
  return streams.flatMap(({ at, end, dictionary: raw }) => {
    const dictionary = unescaped(raw);
    const declared = /\/ObjStm\b/.test(dictionary);
    if (declared) declaredStreams += 1;
    if (declaredStreams > MAX_OBJECT_STREAMS) throw damaged('limits');
    // readers find objects by these two numbers, whatever the stream calls itself
    if (regular && !declared && !(/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary))) return [];
    const objects = packedObjects(bytes.subarray(at), end - at, declared ? declaredBudget : otherBudget);
    if (declared && (objects === null || /\/Predictor\s+(?!1\b)/.test(dictionary))) throw damaged('filter');
    if (objects === null) return [];
    return [{ objects, plain: (regular ? packedPlain(objects, dictionary) : null) ?? objects }];
  });
}

/** What a link may lead to on its author's own computer, as LibreOffice writes links to neighbours; anything else is taken for a program. */
const LINKED_FILE = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|html?|jpe?g|png|gif|zip|mp[34])[)#]/i;
const PROGRAM = /\.(?:exe|com|bat|cmd|ps1|vbs|jse?|wsf|msi|scr|pif|lnk|hta|jar|sh|app|command)\b|\/Win\b/i;

function launchOf(text: string): 'launch' | 'fileLink' {
  const places = [...text.matchAll(/\/[^\0\s()<>[\]{}/%]{6,24}/g)].filter(([name]) => unescaped(name) === '/Launch');
  const around = places.slice(0, 100).map(({ index }) => text.slice(Math.max(0, index - 300), index + 600).replaceAll('\0', ''));
  return around.length > 0 && around.every((found) => LINKED_FILE.test(found) && !PROGRAM.test(found)) ? 'fileLink' : 'launch';
}

/** Where the end of the file is marked; of marks that follow each other (programs write it twice) the first. */
function lastEnd(text: string): number {
  let end = text.lastIndexOf('%%EOF');
  for (let mark = end; mark > 0 && (mark === end || !text.slice(mark + 5, end).trim()); mark = text.lastIndexOf('%%EOF', mark - 1))
    end = mark;
  return end;
}

/** Checks a PDF: whole from first byte to last, open to everybody, with a page, nothing that runs or rides along. */
export function checkPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  const end = lastEnd(text);
  const table = /startxref\s+(\d{1,10})\s*$/.exec(text.slice(Math.max(0, end - 40), Math.max(0, end)))?.[1];
  if (table === undefined || Number(table) >= end || !OBJECT.test(text)) throw damaged('truncated');
  if (!isHarmlessTail(bytes.subarray(end + 5))) throw damaged('trailing');
  const parts = split(text);
  const pages = [assertAllowed(parts.plain, text)];
  for (const { objects, plain } of unpackObjects(bytes, parts)) pages.push(assertAllowed(plain, objects));
  if (!pages.includes(true)) throw damaged('noPages');
}

/** Refuses the names that no document in a case may carry; `text` is the same with strings. Says whether a page is among the objects. */
function assertAllowed(plain: string, text: string): boolean {
  const { page, found } = readNames(plain);
  // what a password closes cannot be looked into
  if (found.has('Encrypt')) throw new Refusal('FILE_ENCRYPTED', opensWithoutPassword(text) ? { reason: 'locked' } : {});
  for (const name of found) {
    const reason = FORBIDDEN.get(name);
    if (reason) throw new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: reason === 'launch' ? launchOf(text) : reason });
  }
  return page;
}
