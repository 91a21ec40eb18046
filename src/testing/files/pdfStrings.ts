import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFName, PDFString } from 'pdf-lib';
import { rc4 } from '@/server/storage/inspect/rc4';
import type { HostileFile, MadeFile } from './make';
import { noise } from './noise';
import { assemblePdf, makePdf, type PdfObject, page } from './pdf';

const SCRIPT = '/S /JavaScript /JS (app.alert\\(1\\))';
const made = (...more: string[]): Buffer => assemblePdf([...page('/Names 5 0 R '), ...more.map((dictionary) => ({ dictionary }))]);
/** An object stream of these objects; `first` and `offsets` may lie. */
const packed = (objects: readonly string[], { count = objects.length, kind = '/Type /ObjStm ', shift = 0 } = {}): PdfObject => {
  let at = 0;
  const pairs = objects.map((text, i) => {
    const pair = `${10 + i} ${at + (i > 0 ? shift : 0)}`;
    at += text.length + 1;
    return pair;
  });
  const head = `${pairs.join(' ')} `;
  return {
    dictionary: `<< ${kind}/N ${count} /First ${head.length} /Filter /FlateDecode >>`,
    stream: deflateSync(Buffer.from(`${head}${objects.join(' ')} `, 'latin1')),
  };
};
const withStream = (...streams: PdfObject[]): Buffer => assemblePdf([...page(''), ...streams]);
const tail = (text: string | Buffer): Buffer => Buffer.concat([assemblePdf(page('')), Buffer.from(text as string)]);

/** The file with one more object that a later revision appends (ISO 32000-1, 7.5.6). */
function revised(file: Buffer, dictionary: string): Buffer {
  const before = /startxref\n(\d+)/.exec(file.toString('latin1'))?.[1];
  const object = `9 0 obj\n${dictionary}\nendobj\n`;
  const table = `xref\n9 1\n${String(file.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 10 /Root 1 0 R /Info 9 0 R /Prev ${before} >>\n`;
  return Buffer.concat([file, Buffer.from(`${object}${table}startxref\n${file.length + object.length}\n%%EOF\n`, 'latin1')]);
}

/** Closed by an owner's password only, RC4 of 128 bits, the metadata left open (ISO 32000-1, algorithms 2 and 5). */
function lockedWithOpenTitle(): [standard: string, id: string] {
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const [owner, id] = [noise(32, 5), noise(16, 6)];
  let key: Buffer = md5(padding, owner, Buffer.from(new Int32Array([-1340]).buffer), id, Buffer.alloc(4, 255));
  for (let round = 0; round < 50; round += 1) key = md5(key);
  let user: Buffer = md5(padding, id);
  for (let round = 0; round < 20; round += 1) user = rc4(Buffer.from(key.map((byte) => byte ^ round)), user);
  const standard = `<< /Filter /Standard /V 4 /R 4 /Length 128 /P -1340 /EncryptMetadata false /O <${owner.toString('hex')}> /U <${user.toString('hex')}${'00'.repeat(16)}> >>`;
  return [standard, id.toString('hex')];
}

/** What pypdf writes for an empty user password and the owner password "boss", by the algorithm's name. */
const LOCKED: Record<string, [standard: string, id: string]> = {
  'RC4-40': [
    '<< /Filter /Standard /V 1 /R 2 /Length 40 /P 4294965956 /O <9292059bdfb7f4873fa0f4aefbe2503c82cbb18702f09889c0996dfea11803c2> /U <18c791b3f0589f1f7acb4214f9b72d2b18566a8b3b800b0b813962e33124aa40> >>',
    '000102030405060708090a0b0c0d0e0f',
  ],
  'RC4-128': [
    '<< /Filter /Standard /V 2 /R 3 /Length 128 /P 4294965956 /O <b436d18e2c60441a6d8f6d46979c1641f305f91c030faaede3100e66b6daf3bb> /U <6ef1f14be7b093a701d0de1a3737eb1c28bf4e5e4e758a4164004e56fffa0108> >>',
    '000102030405060708090a0b0c0d0e0f',
  ],
  'AES-128': [
    '<< /Filter /Standard /V 4 /R 4 /Length 128 /P 4294965956 /O <b436d18e2c60441a6d8f6d46979c1641f305f91c030faaede3100e66b6daf3bb> /U <6ef1f14be7b093a701d0de1a3737eb1c28bf4e5e4e758a4164004e56fffa0108> >>',
    '000102030405060708090a0b0c0d0e0f',
  ],
  'AES-256-R5': [
    '<< /Filter /Standard /V 5 /R 5 /Length 256 /P 4294965956 /O <860f2e2bcd7e456ffbeae2b029efdc094e5efbe40a5ad2ca851778b3acd922eed44644c9614855f27633e2347e48ab98> /U <96edba096a7d337186caf7460f95f8846d297dac11447c4f58a3f9a3b36f639493d4c8c4c3a07aac707ca5d8af106ad2> >>',
    '000102030405060708090a0b0c0d0e0f',
  ],
  'AES-256': [
    '<< /Filter /Standard /V 5 /R 6 /Length 256 /P 4294965956 /O <083771c605f885b102567590d2046a7393a83dddb51f077c1127c50ef1ae94a053283fea6d12d4409d7e9655bfe262c7> /U <5a4e3aa7c9178961c88e3e1b78af8e78ee05dec4171514df5122c5b67ff665332f469ea44aad9313509022d468f1a936> >>',
    '000102030405060708090a0b0c0d0e0f',
  ],
};

const locked = ([standard, id]: [string, string]): Buffer =>
  assemblePdf([...page(''), { dictionary: standard }], `/Encrypt 5 0 R /ID [<${id}> <${id}>] `);

/** PDFs whose strings speak of what a PDF may not do, or that end with a note of a camera or mail program. */
export async function wordyPdfs(): Promise<MadeFile[]> {
  const link = 'https://ru.wikipedia.org/wiki/JavaScript';
  const files: [string, Buffer][] = [
    ['ссылка на статью о JavaScript', made(`<< /A << /S /URI /URI (${link}) >> >>`)],
    ['ссылка с JS и Encrypt в пути', made('<< /S /URI /URI (https://example.org/JS/Encrypt/1.html?a=/EF/Launch) >>')],
    ['название с косыми чертами', await makePdf((document) => document.setTitle('HTML/CSS/JS'), false)],
    ['закладка в потоке объектов', withStream(packed(['<< /Title (HTML/CSS/JS) >>', '<< /Title (Launch /JavaScript ) >>']))],
    ['вложенные скобки', made('<< /T (a (b /JS (c)) \\( /Launch ) >>')],
    ['скобка за обратной чертой', made('<< /T (a \\\\) /U (\\) /JS ) >>')],
    ['восьмеричная скобка', made('<< /T (\\050 /JS \\51) >>')],
    ['строка в две строки', made('<< /T (a\\\n/JS b) >>')],
    ['строка в кодах', made(`<< /T <${Buffer.from('/JavaScript /JS ').toString('hex')}> >>`)],
    [
      'UTF-16 с косой чертой',
      made(`<< /T (\xfe\xff${[...'курс/JS '].map((c) => String.fromCharCode(c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255)).join('')}) >>`),
    ],
    ['слово stream в строке', made('<< /T (live stream\\n of /JS ) >>')],
    ['слово obj в строке', made('<< /T (JavaScript objects, obj. 2 /JS ) >>')],
    ['скобка в примечании', made('% it is ( not a string\n<< /T (/JS ) >>')],
    [
      'слова на странице без сжатия',
      assemblePdf([
        ...page('').slice(0, 3),
        { dictionary: '<< >>', stream: Buffer.from('1 0 0 1 0 0 cm BT /F1 12 Tf (Course HTML/CSS/JS and /JavaScript ) Tj ET') },
      ]),
    ],
    [
      'слова на странице, числа впереди',
      withStream({ dictionary: '<< /Filter /FlateDecode >>', stream: deflateSync(Buffer.from('1 0 0 1 0 0 cm BT (/JS ) Tj ET')) }),
    ],
    ['ссылка на соседний PDF', made('<< /S /GoToR /F (Diplom.pdf) /D [0 /Fit] >>')],
    ['с меткой DOS', tail('\x1a')],
    ['с пометкой сервера', tail('\n<!-- 0.03 s -->\n')],
    ['с границей письма', tail('\r\n------=_NextPart_000_0001--\r\n')],
    [
      'с остатком формы',
      tail('\r\n------WebKitFormBoundaryAb\r\nContent-Disposition: form-data; name="submit"\r\n\r\nOK\r\n------WebKitFormBoundaryAb--\r\n'),
    ],
    ['с запиской по-русски', tail('\nСканировано в школе')],
    ['с запиской в 4 КиБ', tail('x'.repeat(4_095))],
    [
      'ссылка в кодах с пробелами',
      made(`<< /S /URI /URI <${Buffer.from('https://a.ru/JS/').toString('hex').replace(/(..)/g, '$1 ')}4> >>`),
    ],
    // Ш is 04 28: its second byte is a parenthesis, which a writer escapes.
    ['название с буквой Ш', made('<< /Title (\xfe\xff\x04\\(\x04\x3a\0/\0J\0S\0 \x04\\)) /Author (/JS ) >>')],
    ['название в UTF-8', made(`<< /Title (${Buffer.from('\ufeffКурс HTML/CSS/JS ').toString('latin1')}) >>`)],
    ['перенос CR LF в строке', made('<< /T (a\\\r\n/JS \\\r/Launch b) >>')],
    ['число и слово objects в строке', made('<< /T (Lesson 3 objects of /JavaScript ) /U (2 objectives /JS ) >>')],
    ['с правкой в конце', revised(made('<< /T (a) >>'), '<< /Title (HTML/CSS/JS) >>')],
    ['с концом, записанным дважды', tail('%%EOF\n')],
    ['с подписью почты', tail('\r\n-- \r\nОтправлено из мобильной Почты\r\n')],
    ['с нулями до восьми КиБ', tail(Buffer.alloc(8_192))],
  ];
  return files.map(([name, bytes]) => ({ name: `${name}.pdf`, bytes }));
}

/** Scripts, launches and passwords that hide behind strings, comments, streams and offsets. */
export async function hiddenInPdfs(): Promise<HostileFile[]> {
  const active = (trick: string, bytes: Buffer, reason = 'javascript'): HostileFile => ({
    trick: `pdf with ${trick}`,
    name: 'a.pdf',
    bytes,
    code: 'FILE_HAS_ACTIVE_CONTENT',
    params: { reason },
  });
  const trailing = (trick: string, bytes: Buffer | string): HostileFile => ({
    trick: `pdf with ${trick} behind it`,
    name: 'a.pdf',
    bytes: tail(bytes),
    code: 'FILE_DAMAGED',
    params: { reason: 'trailing' },
  });
  const closed = (trick: string, bytes: Buffer, params: HostileFile['params'] = {}): HostileFile => ({
    trick: `pdf ${trick}`,
    name: 'a.pdf',
    bytes,
    code: 'FILE_ENCRYPTED',
    params,
  });
  return [
    active('a script behind a string', made(`<< /T (a \\) b) ${SCRIPT} >>`)),
    active('a script behind a closed pair', made(`<< /T (a (b) c) ${SCRIPT} /U (d) >>`)),
    active('a script behind an escaped backslash', made(`<< /T (a\\\\) ${SCRIPT} /U (b) >>`)),
    active('a script behind hex digits', made(`<< /T <28> ${SCRIPT} /U <29> >>`)),
    active('a script behind a comment', made(`<< % (\n ${SCRIPT} % )\n >>`)),
    active('a script in a comment that an object begins', made(`<< /X 1 % 1 0 obj (\n ${SCRIPT} /Y (1) >>`)),
    active('a string that does not close', made(`<< ${SCRIPT} >>`, '<< /T (a >>')),
    active('a script in a string that an object begins', made(`<< /T ( 9 0 obj << ${SCRIPT} >> endobj ) >>`)),
    active('an object behind a comment in a string', made(`<< /T ( 9 % a\n 0 % b\nobj << ${SCRIPT} >> ) >>`)),
    active('an object without blanks in a string', made(`<< /T ( 9 0obj<</S/JavaScript/JS(1)>> ) >>`)),
    active('a trailer in a string', made(`<< /T ( xref 0 0 trailer << /Root << /OpenAction << ${SCRIPT} >> >> >> ) >>`)),
    active('a word stream in a string', made(`<< /T (stream\n) ${SCRIPT} /U (endstream) >>`)),
    active('a stream within a dictionary', made(`<< /A << /Length 0 >> stream\nendstream ${SCRIPT} /B ( endstream ) >>`)),
    active('a stream that opens no dictionary', made(`<< /A 1 stream\n ${SCRIPT} endstream >>`)),
    active('escaped names behind a string', made('<< /T (\\() /S /J#61va#53cript /#4aS (1) >>')),
    active('a launch in /Next behind a string', made('<< /T (x) /S /GoTo /Next << /S /Launch /F (cmd.exe) >> >>'), 'launch'),
    active('a launch of a page for programs', made('<< /S /Launch /F (setup.docx.exe) >>'), 'launch'),
    active('a launch of Windows', made('<< /S /Launch /Win << /F (a.docx) /P (x) >> >>'), 'launch'),
    active('a link to a neighbour', made('<< /S /Launch /F (./%D0%93.docx) >>'), 'fileLink'),
    active('a link to a neighbour in an object stream', withStream(packed(['<< /S /Launch /F (Plan.xlsx) >>'])), 'fileLink'),
    active('a script in /AA of a page', made(`<< /Type /Page /AA << /O << ${SCRIPT} >> >> >>`)),
    active('a packed script behind a string', withStream(packed([`<< /T (a\\)) ${SCRIPT} >>`]))),
    active('a packed script in a string an offset leads into', withStream(packed(['(a', `<< ${SCRIPT} >> )`]))),
    active('a packed script in a comment an offset leads into', withStream(packed([`<< /X 1 % `, `(\n ${SCRIPT} >> )`]))),
    active('a packed script and more objects said than there are', withStream(packed([`( << ${SCRIPT} >> )`], { count: 2 }))),
    active('a packed script and fewer objects said', withStream(packed([`( << ${SCRIPT} >> )`, '1'], { count: 1 }))),
    active('a packed script and offsets into the middle', withStream(packed(['(a) ', `( << ${SCRIPT} >> )`], { shift: 1 }))),
    active('a packed script in a stream of no kind', withStream(packed([`<< ${SCRIPT} >>`], { kind: '' }))),
    active('a packed script under an escaped key', withStream(packed([`<< ${SCRIPT} >>`], { kind: '/T#79pe /Obj#53tm ' }))),
    active('an attachment behind a string', made('<< /T (\\() /Type /Filespec /EF << /F 6 0 R >> >>'), 'attachment'),
    trailing('a page', '<!-- a --><html><body>1</body></html>'),
    trailing('a page after a note', '\nnote\n\n<script>alert(1)</script>'),
    trailing('a shell script', '\n#!/bin/sh\nrm -rf /\n'),
    trailing('a PHP program', '\n<?php system($_GET[1]);'),
    trailing('a letter', '\r\nContent-Type: text/html\r\n\r\nhello'),
    trailing('an archive of another kind', Buffer.from('Rar!\x1a\x07\x00', 'latin1')),
    trailing('a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')),
    trailing('a note that is too long', 'x'.repeat(4_097)),
    ...Object.entries(LOCKED).map(([name, entry]) => closed(`closed to changes by ${name}`, locked(entry), { reason: 'locked' })),
    closed('closed to changes with its title open', locked(lockedWithOpenTitle()), { reason: 'locked' }),
    active('a script of a later revision', revised(made('<< /T (a) >>'), `<< ${SCRIPT} >>`)),
    active('a script behind a number and a word of objects', made(`<< /T (3 objects) ${SCRIPT} /U (b) >>`)),
    active('a script in a string behind a number and obj', made(`<< /T ( 9 0 obj<< ${SCRIPT} >> ) >>`)),
    { ...trailing('a script between two ends', '%%EOF\n<script>alert(1)</script>\n%%EOF\n'), params: { reason: 'truncated' } },
    ...Object.entries(LOCKED).map(([name, [standard, id]]) =>
      closed(`behind a password by ${name}`, locked([standard.replace(/\/U <../, '/U <00'), id])),
    ),
    closed('whose password is in an escaped key', assemblePdf(page(''), '/#45ncrypt << /Filter /Standard >> ')),
    closed(
      'with a script and a password',
      await makePdf((document) => {
        document.context.trailerInfo.Encrypt = document.context.obj({ Filter: PDFName.of('Standard'), T: PDFString.of('/JS ') });
      }, false),
    ),
  ];
}
