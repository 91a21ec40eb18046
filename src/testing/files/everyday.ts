import { createHash } from 'node:crypto';
import { rc4 } from '@/server/storage/inspect/rc4';
import { makeExe } from './archive';
import type { HostileFile, MadeFile } from './make';
import { noise } from './noise';
import { excelStreams, makeCompound, makeDocx, pack, record } from './office';
import { makePdf } from './pdf';
import { makeGif, makeJpg, makePng } from './pictures';

/** Files as phones, Finder, Explorer and Excel leave them, and hostile ones that only look like those. */

const box = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
/** A box whose length stands in eight bytes, as cameras write them. */
const longBox = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1, 0);
  head.write(type, 4, 'latin1');
  head.writeBigUInt64BE(BigInt(16 + body.length), 8);
  return Buffer.concat([head, body]);
};
const brand = (name: string, compatible = 'isommp42') => box('ftyp', Buffer.from(`${name}\0\0\0\0${compatible}`, 'latin1'));
/** A video of some seconds as far as its boxes go. */
const makeVideo = (name = 'mp42', ...more: Buffer[]): Buffer =>
  Buffer.concat([brand(name), box('mdat', noise(3_000)), box('moov', box('mvhd', Buffer.alloc(100))), ...more]);
/** Google's older order: the index first. */
const indexFirst = (): Buffer => Buffer.concat([brand('isom'), box('moov', box('mvhd', Buffer.alloc(100))), box('mdat', noise(3_000))]);

/** Samsung's trailer with blocks of these names. */
function samsung(blocks: Record<string, Buffer>): Buffer {
  const parts = Object.entries(blocks).map(([name, data]) => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(0x0a30, 2);
    head.writeUInt32LE(name.length, 4);
    return Buffer.concat([head, Buffer.from(name), data]);
  });
  const all = Buffer.concat(parts);
  const directory = Buffer.alloc(12 + 12 * parts.length);
  directory.write('SEFH', 0, 'latin1');
  directory.writeUInt32LE(106, 4);
  directory.writeUInt32LE(parts.length, 8);
  let left = all.length;
  for (const [i, part] of parts.entries()) {
    directory.writeUInt16LE(0x0a30, 12 + 12 * i + 2);
    directory.writeUInt32LE(left, 12 + 12 * i + 4);
    directory.writeUInt32LE(part.length, 12 + 12 * i + 8);
    left -= part.length;
  }
  const end = Buffer.alloc(8);
  end.writeUInt32LE(directory.length, 0);
  end.write('SEFT', 4, 'latin1');
  return Buffer.concat([all, directory, end]);
}
const longVideo = (): Buffer => Buffer.concat([brand('mp42'), box('mdat', noise(70_000)), box('moov', Buffer.alloc(100))]);

const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
const sha1 = (...parts: Buffer[]) => createHash('sha1').update(Buffer.concat(parts)).digest();
const word = (value: number): Buffer => Buffer.from(new Uint32Array([value]).buffer);
const u16 = (...values: number[]): Buffer => Buffer.from(new Uint16Array(values).buffer);

/** A workbook closed by a password, as Excel 97 (`old`) and Excel 2002 write it; extra records stand in its globals. */
export function closedXls(password: string, old: boolean, extra: readonly Buffer[] = [], sheetKind = 0): Buffer {
  const text = Buffer.from(password, 'utf16le');
  const salt = noise(16, 7);
  const verifier = noise(16, 9);
  const short = md5(...Array.from({ length: 16 }, () => [md5(text).subarray(0, 5), salt]).flat()).subarray(0, 5);
  const key = (block: number) => (old ? md5(short, word(block)) : sha1(sha1(salt, text), word(block)).subarray(0, 16));
  const checked = rc4(key(0), Buffer.concat([verifier, old ? md5(verifier) : sha1(verifier)]));
  const provider = Buffer.from('Microsoft Enhanced Cryptographic Provider v1.0\0', 'utf16le');
  const header = Buffer.concat([word(4), word(0), word(0x6801), word(0x8004), word(128), word(1), word(0), word(0), provider]);
  const filePass = old
    ? Buffer.concat([u16(1, 1, 1), salt, checked])
    : Buffer.concat([
        u16(1, 2, 2),
        word(4),
        word(header.length),
        header,
        word(16),
        salt,
        checked.subarray(0, 16),
        word(20),
        checked.subarray(16),
      ]);
  const { Workbook: plain = Buffer.alloc(0) } = excelStreams([record(0x002f, filePass), ...extra], sheetKind);
  const cipher = Buffer.concat(
    Array.from({ length: Math.ceil(plain.length / 1_024) }, (_, i) => rc4(key(i), plain.subarray(1_024 * i, 1_024 * i + 1_024))),
  );
  const book = Buffer.from(plain);
  for (let at = 0; at + 4 <= plain.length; at += 4 + plain.readUInt16LE(at + 2)) {
    const type = plain.readUInt16LE(at);
    const from = at + (type === 0x0085 ? 8 : 4);
    const end = at + 4 + plain.readUInt16LE(at + 2);
    if (type !== 0x0809 && type !== 0x002f && end > from) cipher.copy(book, from, from, end);
  }
  return makeCompound({ Workbook: book }, '2008020000000000c000000000000046');
}
/** Verifier of "VelvetSweatshop" in Excel 95. */
const XOR_DEFAULT = 0x9a0a;
const xorXls = (verifier: number): Buffer => makeCompound(excelStreams([record(0x002f, u16(0, 0x1234, verifier))]));

const APPLE_DOUBLE = Buffer.concat([Buffer.from('0005160700020000', 'hex'), Buffer.from('Mac OS X        '), noise(60)]);
const DS_STORE = Buffer.concat([Buffer.from('00000001', 'hex'), Buffer.from('Bud1'), Buffer.alloc(6_140)]);
const LOCK = Buffer.concat([Buffer.from([4]), Buffer.from('Анна'.padEnd(53)), Buffer.alloc(108)]);

/** Honest files that everyday programs and phones make. */
export async function everydayFiles(): Promise<MadeFile[]> {
  const jpg = makeJpg();
  const png = makePng();
  const pdf = await makePdf();
  const docx = await makeDocx();
  const photos: [string, Buffer][] = [
    ['живое фото Google.jpg', Buffer.concat([jpg, makeVideo()])],
    ['живое фото Google, указатель впереди.jpg', Buffer.concat([jpg, indexFirst()])],
    ['живое фото с картой яркости.jpg', Buffer.concat([jpg, jpg, makeVideo('isom')])],
    ['живое фото после нулей.jpg', Buffer.concat([jpg, Buffer.alloc(7), makeVideo('avc1')])],
    ['живое фото, длина похожа на пробел.jpg', Buffer.concat([jpg, brand('mp42', 'isommp42mp41avc1'), makeVideo().subarray(24)])],
    ['живое фото и нули.jpg', Buffer.concat([jpg, makeVideo('3gp4'), Buffer.alloc(512)])],
    ['живое фото QuickTime.jpg', Buffer.concat([jpg, makeVideo('qt  ', box('wide', Buffer.alloc(0)))])],
    [
      'живое фото Samsung.jpg',
      Buffer.concat([jpg, samsung({ Image_UTC_Data: Buffer.from('1764500000000'), MotionPhoto_Data: longVideo() })]),
    ],
    ['видео и заметки Samsung.jpg', Buffer.concat([jpg, makeVideo(), samsung({ Image_UTC_Data: Buffer.from('1764500000000') })])],
    ['дополнено FF.jpg', Buffer.concat([jpg, Buffer.alloc(500, 0xff)])],
    ['дополнено нулями.jpg', Buffer.concat([jpg, Buffer.alloc(500)])],
    ['дополнено FF перед копией.jpg', Buffer.concat([jpg, Buffer.alloc(5, 0xff), jpg])],
    ['перевод строки в конце.jpg', Buffer.concat([jpg, Buffer.from('\r\n')])],
    ['метка DOS в конце.jpg', Buffer.concat([jpg, Buffer.from([0x1a])])],
    ['подпись программы в конце.jpg', Buffer.concat([jpg, Buffer.from('\nEdited with Photo Studio 3.1\n')])],
    ['перевод строки в конце.png', Buffer.concat([png, Buffer.from('\n')])],
    ['пометка сервера в конце.gif', Buffer.concat([makeGif(), Buffer.from('<!-- 0.01 s -->')])],
    // Huawei writes a line of sixty letters behind the video.
    [
      'живое фото Huawei.jpg',
      Buffer.concat([jpg, makeVideo(), Buffer.from('v2_f31'.padEnd(20) + '0:0'.padEnd(20) + 'LIVE_2894812'.padEnd(20))]),
    ],
    ['живое фото M4V.jpg', Buffer.concat([jpg, makeVideo('M4V ')])],
    [
      'живое фото с большим видео.jpg',
      Buffer.concat([jpg, brand('isom'), longBox('mdat', noise(3_000)), box('free', Buffer.alloc(9)), box('moov', Buffer.alloc(100))]),
    ],
    ['пустые строки и метка DOS.jpg', Buffer.concat([jpg, Buffer.from('\r\n\r\n\x1a\0\0')])],
    ['ФОТО.JPE', jpg],
    ['photo.jfif', jpg],
    ['ФОТО.JFIF', jpg],
    ['photo.jpe', jpg],
  ];
  const archives: [string, Record<string, Buffer>][] = [
    ['из Finder', { 'Документы/Диплом.pdf': pdf, '__MACOSX/Документы/._Диплом.pdf': APPLE_DOUBLE, 'Документы/.DS_Store': DS_STORE }],
    ['из Finder, папка с пометкой', { 'А/1.png': png, '__MACOSX/._А': APPLE_DOUBLE, '__MACOSX/А/._1.png': APPLE_DOUBLE }],
    ['из Finder в другом регистре', { '1.png': png, '__macosx/._1.PNG': APPLE_DOUBLE, '.ds_store': DS_STORE }],
    ['с диска Apple', { '1.docx': docx, '._1.docx': APPLE_DOUBLE, '.localized': Buffer.alloc(0) }],
    [
      'из Windows',
      { 'А/1.png': png, 'А/Thumbs.db': makeCompound({ Catalog: noise(200) }), 'А/desktop.ini': Buffer.from('[.ShellClassInfo]\r\n') },
    ],
    ['из Windows, desktop.ini в UTF-16', { '1.png': png, 'Desktop.ini': Buffer.from('\ufeff[.ShellClassInfo]\r\n', 'utf16le') }],
    ['открыт в Word', { 'План.docx': docx, '~$ан.docx': LOCK }],
    ['открыт в Excel', { 'А\\1.png': png, 'А\\~$Журнал.xlsx': Buffer.concat([LOCK, Buffer.alloc(3)]) }],
    ['открыт в PowerPoint', { 'План.docx': docx, '~$Доклад.pptx': LOCK }],
    ['от фильма с диска Apple', { 'А/1.png': png, '__MACOSX/А/._Урок.mov': APPLE_DOUBLE, 'А/._Сайт.pages': APPLE_DOUBLE }],
    [
      'из Windows Vista',
      { '1.png': png, 'ehthumbs_vista.db': makeCompound({ Catalog: noise(200) }), 'THUMBS.DB': makeCompound({ Catalog: noise(200) }) },
    ],
    [
      'с папками Finder',
      {
        'А/': Buffer.alloc(0),
        '__MACOSX/': Buffer.alloc(0),
        '__MACOSX/А/': Buffer.alloc(0),
        'А/1.png': png,
        '__MACOSX/А/._1.png': APPLE_DOUBLE,
      },
    ],
    ['со снимками браузера', { 'фото.jfif': jpg, 'снимок.JPE': jpg }],
    ['открыт в LibreOffice', { 'План.docx': docx, '.~lock.План.docx#': Buffer.from(',anna,pc,30.11.2026 12:00,file:///home;') }],
  ];
  const workbooks: [string, Buffer][] = [
    ['защита книги Excel 97.xls', closedXls('VelvetSweatshop', true)],
    ['защита книги Excel 2002.xls', closedXls('VelvetSweatshop', false)],
    // FILESHARING: the author advises to open it for reading only.
    ['защита книги и совет не менять.xls', closedXls('VelvetSweatshop', true, [record(0x005b, u16(1, 0, 0))])],
  ];
  return [...photos, ...archives.map(([name, parts]): [string, Buffer] => [`${name}.zip`, pack(parts)]), ...workbooks].map(
    ([name, bytes]) => ({ name, bytes }),
  );
}

/** Hostile files that dress up as the everyday ones. */
export async function dressedUpFiles(): Promise<HostileFile[]> {
  const jpg = makeJpg();
  const png = makePng();
  type Params = HostileFile['params'];
  const behind = (what: string, bytes: Buffer, reason = 'trailing'): HostileFile => ({
    trick: `jpg with ${what} behind it`,
    name: 'a.jpg',
    bytes: Buffer.concat([jpg, bytes]),
    code: 'FILE_DAMAGED',
    params: { reason },
  });
  const inside = (what: string, parts: Record<string, Buffer>, code: HostileFile['code'], params: Params = {}): HostileFile => ({
    trick: `zip with ${what}`,
    name: 'a.zip',
    bytes: pack(parts),
    code,
    params,
  });
  const closed = (what: string, bytes: Buffer, code: HostileFile['code'], params: Params = {}): HostileFile => ({
    trick: `xls ${what}`,
    name: 'a.xls',
    bytes,
    code,
    params,
  });
  const pdf = await makePdf();
  const entry = (name: string, more: Params = {}): Params => ({ entry: name, ...more });
  return [
    behind('a video that breaks off', makeVideo().subarray(0, 2_000), 'motion'),
    behind('a video without pictures', brand('mp42'), 'motion'),
    behind('a video of an unknown kind', makeVideo('evil'), 'motion'),
    behind('a video and a program', Buffer.concat([makeVideo(), makeExe()]), 'motion'),
    behind('a video and a page', Buffer.concat([makeVideo(), Buffer.from('<html><script>1</script>')]), 'motion'),
    behind('a video and a zip', Buffer.concat([makeVideo(), pack({ '1.png': png })])),
    behind('a program called a video by Samsung', samsung({ MotionPhoto_Data: Buffer.concat([makeExe(), noise(70_000)]) }), 'motion'),
    behind('a long note of Samsung that is no video', samsung({ Image_UTC_Data: noise(70_000) })),
    behind('FF and a program', Buffer.concat([Buffer.alloc(100, 0xff), makeExe()])),
    behind('a line and PHP', Buffer.from('\r\n<?php system($_GET[1]);')),
    behind('a pdf', pdf),
    behind('a shell script', Buffer.from('\n#!/bin/sh\necho 1\n')),
    {
      trick: 'png with html after a line',
      name: 'a.png',
      bytes: Buffer.concat([png, Buffer.from('\n<svg onload=1>')]),
      code: 'FILE_DAMAGED',
      params: { reason: 'trailing' },
    },
    {
      trick: 'gif with a long note',
      name: 'a.gif',
      bytes: Buffer.concat([makeGif(), Buffer.alloc(4_097, 0x41)]),
      code: 'FILE_DAMAGED',
      params: { reason: 'trailing' },
    },
    {
      trick: 'jfif that is a program',
      name: 'a.jfif',
      bytes: makeExe(),
      code: 'FILE_TYPE_MISMATCH',
      params: { extension: 'jpg', actual: 'exe', taken: 'no' },
    },
    inside(
      'a program among litter',
      { '1.png': png, '__MACOSX/setup.exe': makeExe() },
      'FILE_TYPE_NOT_ALLOWED',
      entry('__MACOSX/setup.exe'),
    ),
    inside('a program marked as litter', { '1.png': png, '._setup.exe': APPLE_DOUBLE }, 'FILE_TYPE_NOT_ALLOWED', entry('._setup.exe')),
    inside('a program called a lock', { '1.png': png, '~$a.docx': makeExe() }, 'FILE_TYPE_MISMATCH', entry('~$a.docx', { actual: 'exe' })),
    inside('a batch file called a lock', { '1.png': png, '~$a.bat': Buffer.from('del *.*') }, 'FILE_TYPE_NOT_ALLOWED', entry('~$a.bat')),
    inside(
      'a program marked as a film',
      { '1.png': png, '__MACOSX/._a.mov': makeExe() },
      'FILE_TYPE_NOT_ALLOWED',
      entry('__MACOSX/._a.mov'),
    ),
    inside(
      'a page marked as a note of Finder',
      { '1.png': png, '._a.html': Buffer.from('<html>') },
      'FILE_TYPE_NOT_ALLOWED',
      entry('._a.html'),
    ),
    inside('a script called a lock', { '1.png': png, '~$a.js': LOCK }, 'FILE_TYPE_NOT_ALLOWED', entry('~$a.js')),
    inside('a program called Thumbs.db', { '1.png': png, 'Thumbs.db': makeExe() }, 'FILE_TYPE_NOT_ALLOWED', entry('Thumbs.db')),
    inside('a page called .DS_Store', { '1.png': png, '.DS_Store': Buffer.from('<html>') }, 'FILE_TYPE_NOT_ALLOWED', entry('.DS_Store')),
    inside(
      'an archive among litter',
      { '1.png': png, '__MACOSX/._b.zip': pack({ 'c.png': png }) },
      'FILE_ARCHIVE_UNSAFE',
      entry('__MACOSX/._b.zip'),
    ),
    inside('litter that leaves it', { '1.png': png, '__MACOSX/../../._1.png': APPLE_DOUBLE }, 'FILE_ARCHIVE_UNSAFE', { reason: 'path' }),
    inside('litter that is a bomb', { '1.png': png, '.DS_Store': Buffer.alloc(60 * 1024 * 1024) }, 'FILE_ARCHIVE_TOO_LARGE', {
      reason: 'unpacked',
    }),
    inside('nothing but litter', { '.DS_Store': DS_STORE, '__MACOSX/._1.png': APPLE_DOUBLE }, 'FILE_EMPTY'),
    closed('of Excel 97 behind a password', closedXls('secret', true), 'FILE_ENCRYPTED'),
    closed('of Excel 2002 behind a password', closedXls('secret', false), 'FILE_ENCRYPTED'),
    closed('of Excel 95 that says nobody chose its password', xorXls(XOR_DEFAULT), 'FILE_ENCRYPTED', { reason: 'locked' }),
    closed('of Excel 95 behind a password', xorXls(0x4321), 'FILE_ENCRYPTED'),
    closed('with a macro sheet behind the default password', closedXls('VelvetSweatshop', true, [], 1), 'FILE_HAS_MACROS'),
    closed(
      'with a command behind the default password',
      closedXls('VelvetSweatshop', false, [record(0x01ae, Buffer.concat([u16(1, 9), Buffer.from('\0cmd\u0003/c calc', 'latin1')]))]),
      'FILE_HAS_ACTIVE_CONTENT',
      { reason: 'dde' },
    ),
  ];
}
