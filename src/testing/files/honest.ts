import { deflateSync } from 'node:zlib';
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
} from 'docx';
import ExcelJS from 'exceljs';
import { nestedDoc, wideDoc } from './costly';
import type { MadeFile } from './make';
import { noise } from './noise';
import { field, resizedGif, resizedJpg, resizedPng } from './odd';
import { makeDocx, makeLargeXlsx, makeXlsx, pack, repack } from './office';
import { assemblePdf, makePdf, type PdfObject, page } from './pdf';
import { makeGif, makeJpg, makePng } from './pictures';

type Parts = Record<string, string | Buffer>;
const docxWith = async (parts: Parts): Promise<Buffer> =>
  repack(await makeDocx(), (all) => {
    for (const [name, content] of Object.entries(parts)) all[name] = Buffer.from(content as string);
  });
const xlsxWith = async (parts: Parts): Promise<Buffer> =>
  repack(await makeXlsx(), (all) => {
    for (const [name, content] of Object.entries(parts)) all[name] = Buffer.from(content as string);
  });

/** A document with all that teachers put into theirs. */
async function richDocx(): Promise<Buffer> {
  const words = 'Конспект занятия: <цель> & «итоги», формула a|b, слово DDE и DDEAUTO в тексте';
  const document = new Document({
    comments: { children: [{ id: 0, author: 'Завуч', date: new Date('2026-11-24'), children: [new Paragraph('Хорошо')] }] },
    footnotes: { 1: { children: [new Paragraph('Сноска')] } },
    features: { updateFields: true },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('МБОУ «Озёрская СОШ»')] }) },
        footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })] }) },
        children: [
          new TableOfContents('Содержание', { hyperlink: true, headingStyleRange: '1-3' }),
          new Paragraph({ children: [new TextRun(words), new FootnoteReferenceRun(1)] }),
          new Paragraph({ children: [new CommentRangeStart(0), new TextRun('Ход'), new CommentRangeEnd(0), new CommentReference(0)] }),
          new Paragraph({ children: [new ExternalHyperlink({ link: 'https://школа12.рф/?a=1&b=<2>', children: [new TextRun('сайт')] })] }),
          new Paragraph({ children: [new ExternalHyperlink({ link: '..\\Грамоты\\1.docx', children: [new TextRun('грамота')] })] }),
          new Paragraph({ children: [new ImageRun({ type: 'png', data: makePng(), transformation: { width: 64, height: 64 } })] }),
          new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('ячейка')] })] })] }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** A workbook with links, notes, a picture, formulas and rules. */
async function richXlsx(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('А|Б');
  sheet.getCell('A1').value = { text: 'сайт', hyperlink: 'https://example.org/?q=javascript:1' };
  sheet.getCell('A2').value = { text: 'файл', hyperlink: 'Грамота.docx' };
  sheet.getCell('A3').value = { formula: 'CONCATENATE("a|b";\'А|Б\'!A1)'.replace(';', ','), result: 'a|b' };
  sheet.getCell('A4').note = 'Проверено | завуч';
  sheet.getCell('A5').value = 'cmd|текст';
  sheet.addImage(workbook.addImage({ buffer: makePng() as unknown as ExcelJS.Buffer, extension: 'png' }), 'C1:D4');
  sheet.addConditionalFormatting({
    ref: 'A1:A5',
    rules: [{ type: 'expression', priority: 1, formulae: ['A1="|"'], style: { font: { bold: true } } }],
  });
  sheet.getCell('B1').dataValidation = { type: 'list', allowBlank: true, formulae: ['"да|нет,нет|да"'] };
  workbook.definedNames.add("'А|Б'!$A$1", 'имя');
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A package put together by hand, as programs other than Word spell it. */
function plainDocx({
  declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  target = 'word/document.xml',
  encode = (text: string): Buffer => Buffer.from(text),
  prefix = '',
} = {}): Buffer {
  const p = prefix ? `${prefix}:` : '';
  const ns = (uri: string) => `xmlns${prefix ? `:${prefix}` : ''}="${uri}"`;
  const types = `<${p}Types ${ns('http://schemas.openxmlformats.org/package/2006/content-types')}><${p}Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><${p}Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></${p}Types>`;
  const links = `<${p}Relationships ${ns('http://schemas.openxmlformats.org/package/2006/relationships')}><${p}Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></${p}Relationships>`;
  const body =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Текст</w:t></w:r></w:p></w:body></w:document>';
  return pack({
    '[Content_Types].xml': encode(declaration + types),
    '_rels/.rels': encode(declaration + links),
    'word/document.xml': encode(declaration + body),
  });
}

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');

/** Pages whose content begins with pairs of numbers, as drawings of Cairo do. */
function manyPages(count: number): Buffer {
  const content = deflateSync(Buffer.from('1 0 0 -1 0 842 cm\n0.5 w 20 20 m 160 160 l S\n'.repeat(50)));
  const kids = Array.from({ length: count }, (_, i) => `${3 + 2 * i} 0 R`).join(' ');
  const pages = Array.from({ length: count }, (_, i): PdfObject[] => [
    { dictionary: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + 2 * i} 0 R /Resources << >> >>` },
    { dictionary: '<< /Filter /FlateDecode >>', stream: content },
  ]);
  return assemblePdf([
    { dictionary: '<< /Type /Catalog /Pages 2 0 R >>' },
    { dictionary: `<< /Type /Pages /Kids [${kids}] /Count ${count} >>` },
    ...pages.flat(),
  ]);
}

const fields = [
  'PAGE \\* MERGEFORMAT',
  ' TOC \\o "1-3" \\h ',
  'HYPERLINK "https://example.org/DDE"',
  ' INCLUDEPICTURE "https://example.org/a.png" \\* MERGEFORMATINET ',
  'DDELIST',
  'REF DDE',
];

/** Honest files of every kind, with the oddities of the programs that make them. */
export async function honestFiles(): Promise<MadeFile[]> {
  const docx: [string, Buffer][] = [
    ['всё сразу', await richDocx()],
    ['без объявления XML', plainDocx({ declaration: '' })],
    ['одинарные кавычки в объявлении', plainDocx({ declaration: "<?xml version='1.0' encoding='utf-8'?>\n" })],
    ['путь от корня', plainDocx({ target: '/word/document.xml' })],
    ['путь с точкой', plainDocx({ target: './word/document.xml' })],
    ['с приставкой пространства имён', plainDocx({ prefix: 'ns0' })],
    ['в UTF-16', plainDocx({ encode: utf16 })],
    ['с меткой порядка байтов', plainDocx({ encode: (text) => Buffer.from(`\ufeff${text}`) })],
    ['пустая часть', await docxWith({ 'customXml/item1.xml': '' })],
    [
      'часть в windows-1251',
      await docxWith({
        'customXml/item1.xml': Buffer.concat([
          Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>'),
          Buffer.from([0xd2, 0xe5, 0xea]),
          Buffer.from('</a>'),
        ]),
      }),
    ],
    ['рисунок в старом виде на 2 МБ', await docxWith({ 'word/header9.xml': `<a gfx="${noise(1_500_000).toString('base64')}"/>` })],
    ['сто таблиц одна в другой', await docxWith({ 'word/footer9.xml': '<t>'.repeat(400) + '</t>'.repeat(400) })],
    ['повреждённая картинка внутри', await docxWith({ 'word/media/image9.png': makePng().subarray(0, 30) })],
    ['с таблицей внутри', await docxWith({ 'word/embeddings/Microsoft_Excel_Worksheet1.xlsx': await richXlsx() })],
    [
      'тысяча картинок',
      await docxWith(Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`word/media/image${i}.png`, makePng()]))),
    ],
    ...(await Promise.all(
      fields.map(
        async (text, i): Promise<[string, Buffer]> => [
          `поле ${i}`,
          await docxWith({ 'word/footer9.xml': field(text.slice(0, 3), text.slice(3)).replaceAll('&', '&amp;') }),
        ],
      ),
    )),
  ];
  const xlsx: [string, Buffer][] = [
    ['всё сразу', await richXlsx()],
    [
      'примечания в VML с незакрытым br',
      await xlsxWith({ 'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="v"><v:shape><font>а<br>б</font></v:shape></xml>' }),
    ],
    ['связь со своей книгой', await xlsxWith({ 'xl/externalLinks/externalLink1.xml': '<externalLink><externalBook/></externalLink>' })],
    ['часть с заглавной буквы', await xlsxWith({ 'xl/SharedStrings2.xml': '<sst/>' })],
    ['триста тысяч ячеек', await makeLargeXlsx(15_000)],
  ];
  const others: [string, Buffer][] = [
    ['картинка ровно на 100 мегапикселей.png', resizedPng(10_000, 10_000)],
    ['одна строка.png', resizedPng(100_000, 1)],
    ['большой снимок.jpg', resizedJpg(12_000, 8_000)],
    ['снимок с уменьшенной копией.jpg', Buffer.concat([makeJpg(), makeJpg()])],
    ['экран побольше кадра.gif', resizedGif(1_920, 1_080, 'screen')],
    ['без конца.gif', makeGif().subarray(0, -1)],
    ['600 страниц.pdf', manyPages(600)],
    ['объекты в потоках.pdf', await makePdf()],
    ['объекты по одному.pdf', await makePdf(undefined, false)],
    ['нулевые байты в конце.pdf', Buffer.concat([assemblePdf(page('')), Buffer.alloc(100)])],
    ['32 папки.doc', nestedDoc(32)],
    ['3990 папок.doc', wideDoc(3_990)],
    ['имя в 127 русских букв.zip', pack({ [`${'ы'.repeat(125)}.png`]: makePng() })],
    ['папки по-русски.zip', pack({ [`${'Методические материалы учителя начальных классов/'.repeat(4)}Диплом.png`]: makePng() })],
    ['имя из Windows.zip', pack({ 'Грамоты\\Грамота 1..png': makePng(), 'Грамоты\\a..b.png': makePng() })],
    ['двести файлов.zip', pack(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}.png`, makePng()])))],
    ['документы.zip', pack({ 'План.docx': await richDocx(), 'Журнал.xlsx': await richXlsx(), 'Диплом.pdf': await makePdf() })],
  ];
  return [
    ...docx.map(([name, bytes]) => ({ name: `${name}.docx`, bytes })),
    ...xlsx.map(([name, bytes]) => ({ name: `${name}.xlsx`, bytes })),
    ...others.map(([name, bytes]) => ({ name, bytes })),
  ];
}
