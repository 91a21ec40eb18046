import { deflateSync } from 'node:zlib';
import { assembleCompound, type Slot } from './compound';
import type { HostileFile } from './make';
import { noise } from './noise';
import { makeDocx, makeXlsx, repack, wordStreams } from './office';
import { assemblePdf, type PdfObject, page } from './pdf';

/** Folders one in another, beside a real Word document. */
export function nestedDoc(levels: number): Buffer {
  const streams = Object.entries(wordStreams()).map(([name, content]): Slot => ({ name, kind: 'stream', content }));
  const folders = Array.from({ length: levels }, (_, i): Slot => {
    const child = i + 1 < levels ? streams.length + 2 + i : undefined;
    return { name: `folder${i}`, kind: 'storage', ...(child !== undefined && { child }) };
  });
  const [first, second] = streams;
  if (!first || !second) throw new Error('a document has two streams');
  const root: Slot = { name: 'Root Entry', kind: 'root', child: 1 };
  return assembleCompound([root, { ...first, right: 2 }, { ...second, right: 3 }, ...folders]);
}

/** Folders side by side. */
export function wideDoc(count: number): Buffer {
  const streams = Object.entries(wordStreams()).map(([name, content], i): Slot => ({ name, kind: 'stream', content, right: i + 2 }));
  const folders = Array.from(
    { length: count },
    (_, i): Slot => ({
      name: `folder${i}`,
      kind: 'storage',
      ...(i + 1 < count && { right: streams.length + 2 + i }),
    }),
  );
  return assembleCompound([{ name: 'Root Entry', kind: 'root', child: 1 }, ...streams, ...folders]);
}

const objectStream = (content: Buffer, declared = true): PdfObject => ({
  dictionary: `<< ${declared ? '/Type /ObjStm ' : ''}/N 1 /First 5 /Filter /FlateDecode >>`,
  stream: deflateSync(content),
});

/** Many object streams of a little each. */
export const manyObjectStreams = (count: number, bytesEach = 10_000): Buffer =>
  assemblePdf([...page(''), ...new Array<PdfObject>(count).fill(objectStream(Buffer.from('5 0 << /A 1 >>'.padEnd(bytesEach))))]);

/** One object stream that unpacks to so many bytes. */
export const hugeObjectStream = (bytes: number, declared = true): Buffer =>
  assemblePdf([...page(''), objectStream(Buffer.from('5 0 << /A 1 >>'.padEnd(bytes)), declared)]);

const paragraph = Buffer.from('<?xml version="1.0"?><a><b>текст</b></a>');
const xml = (body: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${body}`);

const withPart = async (content: Buffer, name = 'customXml/item1.xml'): Promise<Buffer> =>
  repack(await makeDocx(), (parts) => {
    parts[name] = content;
  });

const manyParts = async (count: number, last = paragraph): Promise<Buffer> =>
  repack(await makeDocx(), (parts) => {
    for (let i = 1; i < count; i += 1) parts[`customXml/item${i}.xml`] = paragraph;
    parts['customXml/last.xml'] = last;
  });

const floodOfCells = async (): Promise<Buffer> =>
  repack(await makeXlsx(), (parts) => {
    parts['xl/worksheets/sheet1.xml'] = xml(`<worksheet><sheetData>${'<c a="1"/>'.repeat(4_000_000)}</sheetData></worksheet>`);
  });

/** Files that cost an inspector time or memory, each with the refusal it must get. */
export async function costlyFiles(): Promise<HostileFile[]> {
  const limits = (trick: string, name: string, bytes: Buffer): HostileFile => ({
    trick,
    name,
    bytes,
    code: 'FILE_DAMAGED',
    params: { reason: 'limits' },
  });
  const unpacked = (trick: string, name: string, bytes: Buffer): HostileFile => ({
    trick,
    name,
    bytes,
    code: 'FILE_ARCHIVE_TOO_LARGE',
    params: { reason: 'unpacked' },
  });
  return [
    limits('doc of 20,000 nested folders', 'a.doc', nestedDoc(20_000)),
    limits('doc of 8,000 nested folders', 'a.doc', nestedDoc(8_000)),
    limits('doc of 2,000 nested folders', 'a.doc', nestedDoc(2_000)),
    limits('doc of 33 nested folders', 'a.doc', nestedDoc(33)),
    limits('doc of 4,001 folders side by side', 'a.doc', wideDoc(4_001)),
    limits('pdf of 9,900 object streams', 'a.pdf', manyObjectStreams(9_900)),
    limits('pdf of 501 object streams', 'a.pdf', manyObjectStreams(501, 100)),
    unpacked('pdf whose 93 kB unpack to 96 MB', 'a.pdf', hugeObjectStream(96_000_000)),
    unpacked('pdf whose 93 kB unpack to 96 MB and do not say what they are', 'a.pdf', hugeObjectStream(96_000_000, false)),
    unpacked('docx whose parts unpack to 106 MB', 'a.docx', await withPart(Buffer.alloc(106_000_000, 0x20), 'word/media/image1.bin')),
    limits('docx with 600 elements one in another', 'a.docx', await withPart(xml('<a>'.repeat(600) + '</a>'.repeat(600)))),
    limits('docx with a million elements one in another', 'a.docx', await withPart(xml('<a>'.repeat(1_000_000)))),
    limits(
      'docx with 2,000 attributes',
      'a.docx',
      await withPart(xml(`<a ${Array.from({ length: 2_000 }, (_, i) => `b${i}="1"`).join(' ')}/>`)),
    ),
    limits('docx with an attribute of 30 MB', 'a.docx', await withPart(xml(`<a b="${'x'.repeat(30_000_000)}"/>`))),
    limits('xlsx of four million cells', 'a.xlsx', await floodOfCells()),
    {
      trick: 'docx with 4,100 parts',
      name: 'a.docx',
      bytes: await manyParts(4_100),
      code: 'FILE_ARCHIVE_TOO_LARGE',
      params: { reason: 'entries' },
    },
    {
      trick: 'docx with 3,900 parts and one that is no XML',
      name: 'a.docx',
      bytes: await manyParts(3_900, Buffer.from('<a><b></a>')),
      code: 'FILE_DAMAGED',
      params: { reason: 'xml' },
    },
    {
      trick: 'pdf of noise that looks like numbers',
      name: 'a.pdf',
      bytes: digits(),
      code: 'FILE_DAMAGED',
      params: { reason: 'truncated' },
    },
  ];
}

/** Five mebibytes of digits and blanks, which a search for objects may try again and again. */
function digits(): Buffer {
  const bytes = noise(5_000_000).map((byte) => (byte < 128 ? 0x31 : 0x20));
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]);
}
