import { SaxesParser } from 'saxes';
import { Refusal } from './refusal';

export interface XmlElement {
  /** Name without its prefix. */
  name: string;
  /** By full name, entities resolved. */
  attributes: Readonly<Record<string, string>>;
}

/** What a reader of a part wants to see, in the order of the document. */
export interface XmlReader {
  open?(element: XmlElement): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Far more than an Office program writes into one part of a file of a few megabytes. */
const MAX_DEPTH = 512;
const MAX_TOKENS = 6_000_000;
const MAX_ATTRIBUTES = 1_000;
/** A drawing's old form is kept in an attribute, pictures included. */
const MAX_ATTRIBUTE_LETTERS = 4 * 1024 * 1024;
const CHUNK = 64 * 1024;

/** Part names are shown in the sentence of the refusal. */
const refuse = (reason: 'xml' | 'doctype' | 'limits', part: string) => new Refusal('FILE_DAMAGED', { reason, part });

/** Name without prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The encoding by byte order mark, by the look of the first letters, else as the part declares it. */
function encodingOf(bytes: Buffer): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]{1,40})/.exec(bytes.toString('latin1', 0, 300))?.[1];
  return declared && !/^utf-?16/i.test(declared) ? declared : 'utf-8';
}

function decoderOf(bytes: Buffer, part: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encodingOf(bytes));
  } catch {
    throw refuse('xml', part); // an encoding that is there to hide something, such as UTF-7
  }
}

/** Whether bytes begin as XML or a web page does, in any encoding of the house. */
export const beginsAsMarkup = (bytes: Buffer): boolean =>
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(bytes.toString('latin1', 0, 1_024));

/** Reads a part to its end: well-formed, without a document type, bounded in every direction. */
export function readXml(bytes: Buffer, part: string, reader: XmlReader = {}): void {
  const decoder = decoderOf(bytes, part);
  const parser = new SaxesParser();
  let depth = 0;
  let tokens = 0;
  let attributes = 0;
  const count = () => {
    tokens += 1;
    if (tokens > MAX_TOKENS) throw refuse('limits', part);
  };
  parser.on('error', () => {
    throw refuse('xml', part);
  });
  parser.on('doctype', () => {
    throw refuse('doctype', part);
  });
  parser.on('attribute', ({ value }) => {
    count();
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES || value.length > MAX_ATTRIBUTE_LETTERS) throw refuse('limits', part);
  });
  parser.on('opentag', (tag) => {
    count();
    attributes = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw refuse('limits', part);
    reader.open?.({ name: localName(tag.name), attributes: tag.attributes as Record<string, string> });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    reader.close?.(localName(tag.name));
  });
  if (reader.text) {
    parser.on('text', (text) => reader.text?.(text));
    parser.on('cdata', (text) => reader.text?.(text));
  }
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length }));
  }
  parser.close();
}

/** For drawings in VML, which Excel itself does not write well-formed: no document type, in any encoding of the house. */
export function assertNoDoctype(bytes: Buffer, part: string): void {
  const text = bytes.toString('latin1').replaceAll('\0', '');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw refuse('doctype', part);
}
