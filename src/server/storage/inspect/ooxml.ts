import { isLongPath } from './archive';
import { readCfb } from './cfb';
import { watchCommands } from './commands';
import { assertPictureSize } from './image';
import { assertFetchesNothing, assertPressedOnly, checkRelationships, type Relationship, readRelationships } from './links';
import { assertNoPassengers, isEncryptedPackage } from './office';
import { type Budget, Refusal } from './refusal';
import type { Actual } from './sniff';
import { assertNoDoctype, beginsAsMarkup, readXml, type XmlElement } from './xml';
import { readEntry, readZip, type ZipEntry } from './zip';

const MAIN = /^application\/vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet)\.main\+xml$/i;
/** An Office package with more parts than this was not written by an Office program. */
export const PACKAGE_MAX_PARTS = 4_000;
/** A workbook in a chart in a document in a document: nobody goes deeper. */
const MAX_EMBEDDED = 4;
/** Content types and relationships are lists of a few lines. */
const MAX_INDEX_PART = 4 * 1024 * 1024;

const damaged = () => new Refusal('FILE_DAMAGED', { reason: 'structure' });

/** Whether an archive is an Office package rather than a plain zip. */
export function isPackage(entries: readonly ZipEntry[]): boolean {
  return entries.some((entry) => entry.name.toLowerCase() === '[content_types].xml');
}

type Lines = readonly Readonly<Record<string, string>>[];

/** Reads [Content_Types].xml: which type each part, or each extension, has. */
function readTypes(bytes: Buffer, part: string): { overrides: Lines; defaults: Lines } {
  const overrides: Readonly<Record<string, string>>[] = [];
  const defaults: Readonly<Record<string, string>>[] = [];
  const open = ({ name, attributes }: XmlElement) => {
    if (name === 'Override') overrides.push(attributes);
    if (name === 'Default') defaults.push(attributes);
  };
  readXml(bytes, part, { open });
  return { overrides, defaults };
}

/** Gives the content type of a part; names are in lower case. */
function typesOf(bytes: Buffer, part: string): (name: string) => string {
  const { overrides, defaults } = readTypes(bytes, part);
  const byPart = new Map(overrides.map((line) => [line.PartName?.replace(/^\//, '').toLowerCase(), line.ContentType ?? '']));
  const byExtension = new Map(defaults.map((line) => [line.Extension?.toLowerCase(), line.ContentType ?? '']));
  const all = [...byPart.values(), ...byExtension.values()].join('\n');
  if (/macroEnabled|vbaProject|macrosheet/i.test(all)) {
    const binary = /sheet\.binary\.macroEnabled/i.test(all) && !/vbaProject|macrosheet/i.test(all);
    if (!binary) throw new Refusal('FILE_HAS_MACROS');
  }
  return (name) => byPart.get(name) ?? byExtension.get(name.slice(name.lastIndexOf('.') + 1)) ?? '';
}

/** The part that the package's own relationship calls its document, in lower case; empty when there is none. */
function mainPart(relationships: readonly Relationship[], names: ReadonlySet<string>): string {
  const target = relationships.find((r) => r.type === 'officeDocument' && !r.isExternal)?.target;
  const part = target?.replace(/^\.?\//, '').toLowerCase();
  return part !== undefined && names.has(part) ? part : '';
}

function kindOf(type: string): Actual {
  const main = MAIN.exec(type);
  if (main) return main[1]?.toLowerCase() === 'spreadsheetml.sheet' ? 'xlsx' : 'docx';
  if (/sheet\.binary\.macroEnabled/i.test(type)) return 'xlsb';
  if (/presentationml/i.test(type)) return 'pptx';
  if (/template/i.test(type)) return 'template';
  return 'unknown';
}

/** Checks what a part embeds or claims to be, whatever its name. */
async function checkContent({ part, content, budget, depth }: Found): Promise<void> {
  const magic = content.toString('latin1', 0, 8);
  if (magic === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') {
    const inner = readCfb(content);
    if (isEncryptedPackage(inner)) throw new Refusal('FILE_ENCRYPTED');
    assertNoPassengers(inner);
  } else if (magic.startsWith('PK\x03\x04')) {
    const inner = readZip(content, PACKAGE_MAX_PARTS);
    if (inner.some((entry) => /vbaproject|macrosheets?\//i.test(entry.name))) throw new Refusal('FILE_HAS_MACROS');
    if (isPackage(inner)) await checkPackage(content, inner, budget, `${part}/`, depth + 1);
  } else if (magic.startsWith('MZ') && /\.(?:bin|exe|dll|com|scr)$/i.test(part)) {
    throw new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'attachment' });
  } else assertPictureSize(content);
}

/** A part of a package, which may lie in another one. */
interface Found {
  part: string;
  content: Buffer;
  budget: Budget;
  depth: number;
}

const NO_LINKS: ReadonlySet<string> = new Set();

/**
 * Reads a part that is XML by its type or name, or begins as such: a program finds its parts by their relationships, whatever they are called.
 * An empty one is no fault: nothing stands in it. Only drawings in VML, and what claims to be no XML, may be broken: no program reads them further.
 */
function checkXmlPart(part: string, type: string, content: Buffer, pressed: ReadonlySet<string>): void {
  const isDrawing = /\.vml$/i.test(part) || /vmlDrawing$/i.test(type);
  const isXml = /\.(?:xml|rels)$/i.test(part) || /[+/]xml$/i.test(type);
  if (content.length === 0 || !(isXml || isDrawing || beginsAsMarkup(content))) return;
  if (isDrawing) assertNoDoctype(content, part);
  const commands = watchCommands(part);
  try {
    readXml(content, part, {
      open: (element) => {
        assertPressedOnly(element, pressed, part);
        assertFetchesNothing(element, part);
        commands.open(element);
      },
      text: commands.text,
      close: commands.close,
    });
  } catch (error) {
    if ((isXml && !isDrawing) || !(error instanceof Refusal) || error.params.reason !== 'xml') throw error;
  }
  commands.end();
}

/** The part that a .rels part speaks of, in lower case: `word/_rels/document.xml.rels` of `word/document.xml`. */
const ownerOf = (rels: string): string =>
  rels
    .toLowerCase()
    .replace(/(^|\/)_rels\//, '$1')
    .replace(/\.rels$/, '');

/** Entries under the names that a forgiving program sees: some archivers write the other slash. */
function partsOf(entries: readonly ZipEntry[]): ZipEntry[] {
  const parts = entries.map((entry) => ({ ...entry, name: entry.name.replaceAll('\\', '/').replace(/^\/+/, '') }));
  if (new Set(parts.map(({ name }) => name.toLowerCase())).size !== parts.length) throw damaged();
  return parts;
}

/** Checks all parts of a package, those of documents inside it too; gives the content type of its main part, empty when it has none. */
async function checkPackage(bytes: Buffer, packed: readonly ZipEntry[], budget: Budget, place = '', depth = 0): Promise<string> {
  if (depth > MAX_EMBEDDED) throw new Refusal('FILE_DAMAGED', { reason: 'limits', part: place });
  const entries = partsOf(packed);
  if (entries.some((entry) => entry.isEncrypted)) throw new Refusal('FILE_ENCRYPTED');
  for (const entry of entries) {
    if (entry.isLink || isLongPath(entry.name) || /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(entry.name)) throw damaged();
    if (/(?:^|\/)vbaproject\.bin$|\/macrosheets\//i.test(entry.name)) throw new Refusal('FILE_HAS_MACROS');
  }
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()));
  const isIndex = (name: string) => /^\[content_types\]\.xml$|\.rels$/i.test(name);
  let typeOf = (_name: string): string => '';
  let main = '';
  const pressed = new Map<string, Set<string>>();
  for (const entry of entries.filter(({ name }) => isIndex(name))) {
    const part = place + entry.name;
    const content = await readEntry(bytes, entry, budget);
    if (content.length > MAX_INDEX_PART) throw new Refusal('FILE_DAMAGED', { reason: 'limits', part });
    if (!/\.rels$/i.test(entry.name)) {
      typeOf = typesOf(content, part);
      continue;
    }
    const relationships = readRelationships(content, part);
    pressed.set(ownerOf(entry.name), checkRelationships(relationships, part));
    if (entry.name.toLowerCase() === '_rels/.rels') main = mainPart(relationships, names);
  }
  for (const entry of entries.filter(({ name }) => !isIndex(name))) {
    const part = place + entry.name;
    const name = entry.name.toLowerCase();
    const content = await readEntry(bytes, entry, budget);
    await checkContent({ part, content, budget, depth });
    checkXmlPart(part, typeOf(name), content, pressed.get(name) ?? NO_LINKS);
  }
  return main === '' ? '' : typeOf(main);
}

/** Checks an Office package part by part and says which document it is; `entries` come from `readZip`. */
export async function checkOoxml(bytes: Buffer, entries: readonly ZipEntry[], budget: Budget): Promise<Actual> {
  const type = await checkPackage(bytes, entries, budget);
  if (type === '') throw damaged();
  return kindOf(type);
}
