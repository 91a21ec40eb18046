import { readCfb } from './cfb';
import { assertNoPassengers, isEncryptedPackage } from './office';
import { type Budget, Refusal } from './refusal';
import type { Actual } from './sniff';
import { readEntry, readZip, type ZipEntry } from './zip';

const MAIN = /^application\/vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet)\.main\+xml$/i;
/** An Office package with more parts than this was not written by an Office program. */
export const PACKAGE_MAX_PARTS = 4_000;
/** Content types and relationships are lists of a few lines. */
const MAX_INDEX_PART = 4 * 1024 * 1024;

const damaged = () => new Refusal('FILE_DAMAGED', { reason: 'structure' });

/** Whether an archive is an Office package rather than a plain zip. */
export function isPackage(entries: readonly ZipEntry[]): boolean {
  return entries.some((entry) => entry.name.toLowerCase() === '[content_types].xml');
}

function decodeXml(bytes: Buffer): string {
  if (bytes.length > MAX_INDEX_PART) throw damaged();
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  // no Office program writes a document type; it only serves to hide names
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw damaged();
  return text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function attributesOf(xml: string, element: string): Record<string, string>[] {
  const tags = xml.match(new RegExp(`<(?:[\\w.-]{1,40}:)?${element}\\b[^<>]{0,4000}>`, 'g')) ?? [];
  return tags.map((tag) =>
    Object.fromEntries([...tag.matchAll(/\b(\w{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g)].map((m) => [m[1], m[2] ?? m[3] ?? ''])),
  );
}

/** Finds the content type of the part that the package's own relationship calls its document. */
function mainType(types: string, relations: string, names: ReadonlySet<string>): string {
  const target = attributesOf(relations, 'Relationship').find(
    (r) => r.Type?.endsWith('/officeDocument') && r.TargetMode !== 'External',
  )?.Target;
  if (!target) throw damaged();
  const part = `/${target.replace(/^\.?\//, '')}`.toLowerCase();
  if (!names.has(part.slice(1))) throw damaged();
  const override = attributesOf(types, 'Override').find((o) => o.PartName?.toLowerCase() === part)?.ContentType;
  const extension = part.slice(part.lastIndexOf('.') + 1);
  return override ?? attributesOf(types, 'Default').find((d) => d.Extension?.toLowerCase() === extension)?.ContentType ?? '';
}

function kindOf(type: string): Actual {
  const main = MAIN.exec(type);
  if (main) return main[1]?.toLowerCase() === 'spreadsheetml.sheet' ? 'xlsx' : 'docx';
  if (/presentationml/i.test(type)) return 'pptx';
  if (/template/i.test(type)) return 'template';
  return 'unknown';
}

/** A part outside the package that the program would fetch and run when the document is opened. */
function assertNoRemoteParts(relations: string): void {
  const remote = attributesOf(relations, 'Relationship').some(
    (r) =>
      r.TargetMode === 'External' &&
      /\/(?:attachedTemplate|oleObject|frame|subDocument)$/.test(r.Type ?? '') &&
      /^(?:https?|ftp|mhtml|mk):/i.test(r.Target ?? ''),
  );
  if (remote) throw new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'remote' });
}

function assertSafePart(name: string, content: Buffer): void {
  if (/\.rels$/i.test(name)) assertNoRemoteParts(decodeXml(content));
  if (content.toString('latin1', 0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') {
    const inner = readCfb(content);
    if (isEncryptedPackage(inner)) throw new Refusal('FILE_ENCRYPTED');
    assertNoPassengers(inner);
  } else if (content.toString('latin1', 0, 4) === 'PK\x03\x04') {
    const inner = readZip(content, PACKAGE_MAX_PARTS);
    if (inner.some((entry) => /vbaproject|macrosheets?\//i.test(entry.name))) throw new Refusal('FILE_HAS_MACROS');
  } else if (content.toString('latin1', 0, 2) === 'MZ' && /\.(?:bin|exe|dll|com|scr)$/i.test(name)) {
    throw new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'attachment' });
  }
}

/** Checks an Office package part by part and says which document it is; `entries` come from `readZip`. */
export async function checkOoxml(bytes: Buffer, entries: readonly ZipEntry[], budget: Budget): Promise<Actual> {
  if (entries.some((entry) => entry.isEncrypted)) throw new Refusal('FILE_ENCRYPTED');
  let types = '';
  let relations = '';
  for (const entry of entries) {
    if (entry.isLink || /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(entry.name)) throw damaged();
    const name = entry.name.toLowerCase();
    const content = await readEntry(bytes, entry, budget);
    if (name === '[content_types].xml') types = decodeXml(content);
    if (name === '_rels/.rels') relations = decodeXml(content);
    if (/(?:^|\/)vbaproject\.bin$|\/macrosheets\//.test(name)) throw new Refusal('FILE_HAS_MACROS');
    assertSafePart(name, content);
  }
  if (/macroEnabled|vbaProject|macrosheet/i.test(types)) {
    const binary = /sheet\.binary\.macroEnabled/i.test(types) && !/vbaProject|macrosheet/i.test(types);
    if (binary) return 'xlsb';
    throw new Refusal('FILE_HAS_MACROS');
  }
  return kindOf(mainType(types, relations, new Set(entries.map((entry) => entry.name.toLowerCase()))));
}
