import type { CfbEntry, CompoundFile } from './cfb';
import { DDE_FIELD } from './commands';
import { isRemote } from './links';
import { Refusal } from './refusal';
import type { Actual } from './sniff';
import { openWorkbook } from './xlsPassword';

const MSI_CLASS = '84100c0000000000c000000000000046';

/** The stream of this name, in lower case, where a program looks for its document: directly under the root. */
const rootStream = ({ entries }: CompoundFile, name: string): CfbEntry | undefined =>
  entries.find((entry) => entry.kind === 'stream' && entry.atRoot && entry.name.toLowerCase() === name);

/** Which of the programs that use compound files wrote this one. */
export function compoundKind(file: CompoundFile): Actual {
  const { entries } = file;
  const has = (name: string) => rootStream(file, name) !== undefined;
  const root = entries[0];
  const word = has('worddocument');
  const excel = has('workbook') || has('book');
  if (root?.classId === MSI_CLASS) return 'msi';
  // two documents in one file: each program would open another one
  if (word && excel) return 'unknown';
  if (has('powerpoint document')) return 'ppt';
  if (has('__properties_version1.0')) return 'msg';
  if (word) return 'doc';
  if (excel) return 'xls';
  // installer tables have their names packed into this range ([MS-OLEPS] has none there)
  return entries.some((entry) => /[\u3800-\u4840]/.test(entry.name)) ? 'msi' : 'unknown';
}

/** Whether the file is an OOXML document behind a password ([MS-OFFCRYPTO] 2.3). */
export function isEncryptedPackage({ entries }: CompoundFile): boolean {
  return entries.some((entry) => /^encryptedpackage$/i.test(entry.name));
}

const command = () => new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'dde' });
const remote = (link: 'template' | 'workbook' | 'object') => new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'remote', link });

/** Whether the stream "\u0001Ole" is of a link ([MS-OLEDS] 2.3.3) whose moniker, of any kind, names another computer. */
function isRemoteLink(ole: Buffer): boolean {
  const letters = ole.toString('latin1').replaceAll('\0', '');
  return ole.length >= 8 && (ole.readUInt32LE(4) & 1) === 1 && /(?:https?|ftp|file):\/\/[^/]|\\\\[\w.]/i.test(letters);
}

/** Refuses what a compound file of any kind may carry along: macros, attached files, links to other computers. */
export function assertNoPassengers(file: CompoundFile): void {
  const { entries } = file;
  const links = entries.filter((entry) => entry.kind === 'stream' && entry.name.toLowerCase() === '\u0001ole');
  if (links.some((entry) => isRemoteLink(file.read(entry)))) throw remote('object');
  if (entries.some((entry) => /^(?:macros|vba|_vba_project|_vba_project_cur)$/i.test(entry.name))) throw new Refusal('FILE_HAS_MACROS');
  if (entries.some((entry) => entry.name.toLowerCase() === '\u0001ole10native'))
    throw new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'attachment' });
}

function streamAt(file: CompoundFile, ...names: string[]): CfbEntry {
  const found = names.map((name) => rootStream(file, name)).find(Boolean);
  if (!found) throw new Refusal('FILE_DAMAGED', { reason: 'structure' });
  return found;
}

/** Checks a Word 97-2003 document: its header ([MS-DOC] FibBase), its table stream, no password, nothing that acts. */
export function checkDoc(file: CompoundFile): void {
  const fib = file.read(streamAt(file, 'worddocument'));
  const identity = fib.length >= 32 ? fib.readUInt16LE(0) : 0;
  if (identity !== 0xa5ec && identity !== 0xa5dc) throw new Refusal('FILE_DAMAGED', { reason: 'structure' });
  const flags = fib.readUInt16LE(10);
  if ((flags & 0x0100) !== 0) throw new Refusal('FILE_ENCRYPTED');
  if (hasDdeField(fib)) throw command();
  if (identity === 0xa5ec) {
    const template = templateOf(fib, file.read(streamAt(file, (flags & 0x0200) === 0 ? '0table' : '1table')));
    if (isRemote(template)) throw remote('template');
  }
  assertNoPassengers(file);
}

/** Whether the text of a document, kept in one byte a letter or in two, has a field of DDE; 0x13 begins a field. */
function hasDdeField(text: Buffer): boolean {
  const [, ...fields] = text.toString('latin1').replaceAll('\0', '').split('\u0013');
  return fields.some((field) => DDE_FIELD.test(field.slice(0, 80)));
}

/** The template that a Word document names ([MS-DOC] SttbfAssoc, its second text); empty when there is none. */
function templateOf(fib: Buffer, table: Buffer): string {
  if (fib.length < 0x1a2) return '';
  const from = fib.readUInt32LE(0x19a);
  const texts = table.subarray(from, from + fib.readUInt32LE(0x19e));
  if (texts.length < 10 || texts.readUInt16LE(0) !== 0xffff) return '';
  const at = 8 + 2 * texts.readUInt16LE(6);
  if (at + 2 > texts.length) return '';
  return texts.toString('utf16le', at + 2, at + 2 + 2 * texts.readUInt16LE(at));
}

/** Refuses a link of a workbook ([MS-XLS] SupBook, VirtualPath) to another program or another computer. */
function assertLocalBook(record: Buffer): void {
  const isWide = record.length > 4 && (record.readUInt8(4) & 1) === 1;
  const place = record.subarray(5).toString(isWide ? 'utf16le' : 'latin1');
  if (record.length <= 5) return;
  // in the encoded path of a file it stands between folders
  if (place.includes('\u0003') && !place.startsWith('\u0001')) throw command();
  // encoded: a server's name follows "\u0001@", the text of an address "\u0005"
  if (place.startsWith('\u0001\u0001@') || (place.startsWith('\u0001\u0005') && isRemote(place.slice(3)))) throw remote('workbook');
}

/** Checks an Excel 95-2003 workbook: its globals record by record ([MS-XLS]), no password, no macro sheets. */
export function checkXls(file: CompoundFile): void {
  let book = file.read(streamAt(file, 'workbook', 'book'));
  if (book.length < 8 || book.readUInt16LE(0) !== 0x0809) throw new Refusal('FILE_DAMAGED', { reason: 'structure' });
  let sheets = 0;
  let opened = false;
  for (let at = 0; ; at += 4 + book.readUInt16LE(at + 2)) {
    if (at + 4 > book.length) throw new Refusal('FILE_DAMAGED', { reason: 'truncated' });
    const type = book.readUInt16LE(at);
    if (type === 0x002f && opened) throw new Refusal('FILE_ENCRYPTED');
    if (type === 0x002f) {
      opened = true;
      book = openWorkbook(book, book.subarray(at + 4, at + 4 + book.readUInt16LE(at + 2)));
    }
    if (type === 0x01ae) assertLocalBook(book.subarray(at + 4, at + 4 + book.readUInt16LE(at + 2)));
    if (type === 0x0085) {
      sheets += 1;
      const kind = book.readUInt8(at + 4 + 5);
      if (kind === 1 || kind === 6) throw new Refusal('FILE_HAS_MACROS');
    }
    if (type === 0x000a) break;
  }
  if (sheets === 0) throw new Refusal('FILE_DAMAGED', { reason: 'structure' });
  assertNoPassengers(file);
}
