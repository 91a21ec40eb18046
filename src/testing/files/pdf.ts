import { deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { noise } from './noise';

const DAY = new Date('2026-11-24T00:00:00Z');

/** A page of text by pdf-lib; `change` may add to the document before it is saved. */
export async function makePdf(change?: (document: PDFDocument) => Promise<void> | void, useObjectStreams = true): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle('Diploma');
  document.setCreationDate(DAY);
  document.setModificationDate(DAY);
  const page = document.addPage([595, 842]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  page.drawText('Diploma of the winner of the regional contest', { x: 60, y: 760, size: 18, font });
  page.drawText('Attesta: a made-up paper for demonstration', { x: 60, y: 730, size: 12, font });
  await change?.(document);
  return Buffer.from(await document.save({ useObjectStreams }));
}

export interface PdfObject {
  dictionary: string;
  stream?: Buffer;
}

/** A PDF by hand: objects numbered from 1, the first one is the catalog; `trailer` is added to the trailer. */
export function assemblePdf(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map(({ dictionary, stream }, index) => {
    const start = length;
    const head = stream ? dictionary.replace(/>>\s*$/, `/Length ${stream.length} >>\nstream\n`) : dictionary;
    const body = [
      Buffer.from(`${index + 1} 0 obj\n${head}`, 'latin1'),
      stream ?? Buffer.alloc(0),
      Buffer.from(`${stream ? '\nendstream' : ''}\nendobj\n`),
    ];
    for (const part of body) {
      parts.push(part);
      length += part.length;
    }
    return start;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

export const page = (catalog: string): PdfObject[] => [
  { dictionary: `<< /Type /Catalog /Pages 2 0 R ${catalog}>>` },
  { dictionary: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' },
  { dictionary: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>' },
  { dictionary: '<< >>', stream: Buffer.from('0.5 g 20 20 160 160 re f') },
];

/** A PDF by hand of exactly so many bytes. */
export function makePdfOfSize(total: number): Buffer {
  let filler = total - 900;
  for (;;) {
    const made = assemblePdf([...page(''), { dictionary: '<< /Type /Filler >>', stream: noise(filler) }]);
    if (made.length === total) return made;
    filler += total - made.length;
  }
}

/** The hostile ones, each named by what it hides. */
export const hostilePdf = {
  encrypted: () =>
    assemblePdf(
      [...page(''), { dictionary: `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>` }],
      `/Encrypt 5 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>] `,
    ),
  javascript: () => assemblePdf([...page('/OpenAction 5 0 R '), { dictionary: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>' }]),
  escapedJavascript: () =>
    assemblePdf([...page('/OpenAction 5 0 R '), { dictionary: '<< /S /J#61vaScript /#4a#53 (app.alert\\(1\\)) >>' }]),
  packedJavascript: () => makePdf((document) => document.addJavaScript('greet', 'app.alert(1)')),
  /** The object stream says nothing of its kind in clear text and is packed twice. */
  twicePackedJavascript: () => {
    const inner = Buffer.from('5 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>');
    const outer = Buffer.from(`${deflateSync(inner).toString('hex')}>`);
    return assemblePdf([...page(''), { dictionary: '<< /N 1 /First 4 /Filter [/ASCIIHexDecode /Fl#61teDecode] >>', stream: outer }]);
  },
  /** An object that lies in what looks like a stream. */
  hiddenObject: () =>
    assemblePdf([...page(''), { dictionary: '<< >>', stream: Buffer.from('9 0 obj\n<< /S /JavaScript /JS (1) >>\nendobj') }]),
  launch: () => assemblePdf([...page('/OpenAction 5 0 R '), { dictionary: '<< /S /Launch /F (cmd.exe) >>' }]),
  attachment: () =>
    makePdf((document) => document.attach(Buffer.from('inside'), 'inside.txt', { creationDate: DAY, modificationDate: DAY })),
  trailing: async () => Buffer.concat([await makePdf(), Buffer.from('<html><script>alert(1)</script></html>')]),
  leading: async () => Buffer.concat([Buffer.from('<html>'), await makePdf()]),
  truncated: async () => (await makePdf()).subarray(0, 600),
};
