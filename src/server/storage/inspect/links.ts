import { Refusal } from './refusal';
import { localName, readXml, type XmlElement } from './xml';

/** A line of a .rels part: what a part of the package points to. */
export interface Relationship {
  id: string;
  /** The last word of its type, e.g. hyperlink, image, attachedTemplate. */
  type: string;
  target: string;
  isExternal: boolean;
}

/** What a person is told to look for. */
type Linked = 'template' | 'picture' | 'workbook' | 'object';

const LINKED: Readonly<Record<string, Linked>> = {
  attachedTemplate: 'template',
  image: 'picture',
  externalLinkPath: 'workbook',
  xlPathMissing: 'workbook',
  xlStartup: 'workbook',
  xlLibrary: 'workbook',
};
/** As much of a target as is looked at: a scheme and a host stand at its beginning. */
const LOOKED_AT = 4_096;
/** A part that lists these has no place where a person could press on a link. */
const WITHOUT_HYPERLINKS = /(?:^|\/)_rels\/(?:settings|webSettings|fontTable|styles|externalLink\d*)\.xml\.rels$/i;

/** Reads the lines of a .rels part. */
export function readRelationships(bytes: Buffer, part: string): Relationship[] {
  const found: Relationship[] = [];
  const open = ({ name, attributes: { Id = '', Type = '', Target = '', TargetMode = '' } }: XmlElement) => {
    if (name !== 'Relationship') return;
    const type = Type.trim().slice(Type.trim().lastIndexOf('/') + 1);
    found.push({ id: Id, type, target: Target, isExternal: TargetMode.trim().toLowerCase() === 'external' });
  };
  readXml(bytes, part, { open });
  return found;
}

/** A target as the most forgiving program would understand it: no blanks or invisible signs, escapes undone, one kind of slash. */
function plainTarget(target: string): string {
  let plain = target.trimStart().slice(0, LOOKED_AT).normalize('NFKC');
  for (let round = 0; round < 3; round += 1) {
    plain = plain.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    plain = plain.replace(/[\p{Cc}\p{Cf}]/gu, '').trimStart();
  }
  return plain.replaceAll('\\', '/').toLowerCase();
}

/** The scheme of a target; the letter of a drive is none. */
const schemeOf = (plain: string): string => /^([a-z][a-z\d+.-]+):/.exec(plain)?.[1] ?? '';

/**
 * Whether opening the document would ask another computer. A path on one's own (`C:\`, `file:///C:/`, `../picture.png`) does not, nor
 * does a part of a letter (`cid:`); every other scheme and every path that names a host does.
 */
export function isRemote(target: string): boolean {
  const plain = plainTarget(target);
  const scheme = schemeOf(plain);
  const path = scheme === 'file' ? plain.slice('file:'.length) : plain;
  if (scheme !== '' && scheme !== 'file') return scheme !== 'cid';
  const slashes = /^\/*/.exec(path)?.[0].length ?? 0;
  if (slashes < 2) return false;
  // without a scheme two slashes are followed by a host; in an address of a file the host is empty, one's own, or a drive by mistake
  if (scheme === '') return true;
  if (slashes === 2) return !/^\/\/(?:[a-z][:|]|localhost\/(?!\/))/.test(path);
  return slashes > 3;
}

/** Whether pressing on a link would run a script instead of opening something. */
export const isScript = (target: string): boolean => /^(?:javascript|vbscript|data)$/.test(schemeOf(plainTarget(target)));

const remote = (type: string, part: string) =>
  new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'remote', link: LINKED[type] ?? 'object', part });

/**
 * Refuses what a program would fetch by itself. Links that a person presses may lead anywhere; their ids are given back, because
 * only a hyperlink may use them (`assertPressedOnly`).
 */
export function checkRelationships(relationships: readonly Relationship[], part: string): Set<string> {
  const pressed = new Set<string>();
  for (const { id, type, target, isExternal } of relationships) {
    if (type === 'hyperlink' && !WITHOUT_HYPERLINKS.test(part)) {
      if (isScript(target)) throw new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'script', part });
      if (isRemote(target)) pressed.add(id);
    } else if (isRemote(target)) throw remote(type, part);
    // a web page, RTF or document that Word takes apart when it opens this one; other programs do not show it at all
    else if (type === 'aFChunk' && !isExternal) throw new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'chunk', part: target });
  }
  return pressed;
}

/** Refuses an element that would fetch the target of a hyperlink without being one. */
export function assertPressedOnly({ name, attributes }: XmlElement, pressed: ReadonlySet<string>, part: string): void {
  if (pressed.size === 0 || /^(?:hyperlink|hlink)/i.test(name)) return;
  for (const attribute in attributes) {
    if (!attribute.includes(':') || !pressed.has(attributes[attribute] ?? '')) continue;
    throw remote(localName(attribute) === 'link' ? 'image' : name, part);
  }
}

/** Attributes that hold an address which a program asks by itself: pictures of VML, sources of a workbook's or a letter's data. */
const FETCHED: Readonly<Record<string, readonly [attribute: string, link: Linked]>> = {
  imagedata: ['src', 'picture'],
  fill: ['src', 'picture'],
  stroke: ['src', 'picture'],
  webPr: ['url', 'workbook'],
  dbPr: ['connection', 'workbook'],
  connection: ['odcFile', 'workbook'],
  textPr: ['sourceFile', 'workbook'],
  connectString: ['val', 'object'],
};

/** Refuses an element that names another computer outside the relationships; a line of settings (`Data Source=\\\\host`) is taken apart. */
export function assertFetchesNothing({ name, attributes }: XmlElement, part: string): void {
  const [fetched, link] = FETCHED[name] ?? [];
  if (!fetched) return;
  for (const attribute in attributes) {
    if (localName(attribute) !== fetched) continue;
    const addresses = (attributes[attribute] ?? '').split(/[;=]/).map((piece) => piece.replace(/^[\s"']+/, ''));
    if (addresses.some(isRemote)) throw new Refusal('FILE_HAS_ACTIVE_CONTENT', { reason: 'remote', link: link ?? 'object', part });
  }
}
