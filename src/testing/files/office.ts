import CFB from 'cfb';
import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { noise } from './noise';

const DAY = new Date('2026-11-24T00:00:00Z');

type Parts = Record<string, Uint8Array>;

/** Packs parts with one fixed time, so that the same parts give the same bytes. */
export function pack(parts: Parts): Buffer {
  const owned = Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, new Uint8Array(content)]));
  return Buffer.from(zipSync(owned, { mtime: new Date('2026-11-24T00:00:00') }));
}

/** A Word document with Russian text. */
export async function makeDocx(): Promise<Buffer> {
  const text = ['План открытого урока', 'Вымышленный документ для показа: цели, ход занятия, итоги.'];
  const document = new Document({ creator: 'Attesta', sections: [{ children: text.map((line) => new Paragraph(line)) }] });
  return Packer.toBuffer(document);
}

/** A workbook with a Russian table. */
export async function makeXlsx(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = DAY;
  workbook.modified = DAY;
  const sheet = workbook.addWorksheet('Результаты');
  sheet.addRows([
    ['Класс', 'Учеников', 'Успевают на «4» и «5»'],
    ['7 «А»', 24, 17],
    ['7 «Б»', 26, 15],
  ]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A workbook of many cells: about 33 bytes a cell unpacked, so that it takes an inspector some time to read. */
export async function makeLargeXlsx(rows: number): Promise<Buffer> {
  const row = Array.from({ length: 20 }, (_, i) => `<c r="${String.fromCharCode(65 + i)}1" s="0"><v>${1_000 + 7 * i}</v></c>`).join('');
  return repack(await makeXlsx(), (parts) => {
    asText(parts, 'xl/worksheets/sheet1.xml', (xml) => xml.replace('</sheetData>', `${`<row>${row}</row>`.repeat(rows)}</sheetData>`));
  });
}

/** Changes the parts of an Office package. */
export function repack(file: Buffer, change: (parts: Parts) => void): Buffer {
  const parts: Parts = unzipSync(new Uint8Array(file));
  change(parts);
  return pack(parts);
}

/** A compound file with these streams; `classId` marks the program. */
export function makeCompound(streams: Readonly<Record<string, Buffer>>, classId?: string): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${path}`, content);
  const root = file.FileIndex[0];
  if (root && classId) root.clsid = classId;
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

/** The WordDocument stream of a Word 97 document: header, text in one piece ([MS-DOC] 2.5). */
export function wordStreams(flags = 0): Record<string, Buffer> {
  const text = Buffer.from('Характеристика педагогического работника. Вымышленный документ для показа.\r', 'utf16le');
  const characters = text.length / 2;
  const main = Buffer.alloc(8_192);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(0x0419, 6);
  main.writeUInt16LE(0x1200 | flags, 10);
  main.writeUInt16LE(0x00bf, 12);
  main.writeUInt32LE(0x800, 24);
  main.writeUInt32LE(0x800 + text.length, 28);
  main.writeUInt16LE(14, 32);
  main.writeUInt16LE(22, 62);
  main.writeUInt32LE(0x800 + text.length, 64);
  main.writeUInt32LE(characters, 76);
  main.writeUInt16LE(93, 152);
  const pieces = Buffer.alloc(21);
  pieces.writeUInt8(2, 0);
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(characters, 9);
  pieces.writeUInt32LE(0x800, 15);
  main.writeUInt32LE(0, 0x1a2);
  main.writeUInt32LE(pieces.length, 0x1a6);
  text.copy(main, 0x800);
  const table = Buffer.alloc(4_096);
  pieces.copy(table);
  return { WordDocument: main, '1Table': table };
}

export const record = (type: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');

/** The Workbook stream of an Excel 97 workbook with one sheet ([MS-XLS] 2.1). */
export function excelStreams(extra: readonly Buffer[] = [], sheetKind = 0): Record<string, Buffer> {
  const sheetName = Buffer.from('Лист1', 'utf16le');
  const cell = Buffer.from('Список участников', 'utf16le');
  const globals = (offset: number) => {
    const bound = Buffer.concat([Buffer.alloc(4), Buffer.from([0, sheetKind, 5, 1]), sheetName]);
    bound.writeUInt32LE(offset, 0);
    return Buffer.concat([
      record(0x0809, bytes('0006 0500 bb0d cc07 41000000 06000000')),
      ...extra,
      record(0x0042, bytes('b004')),
      record(0x003d, bytes('0000 0000 c03a 6421 3800 0000 0000 0100 5802')),
      ...Array.from({ length: 4 }, () =>
        record(0x0031, Buffer.concat([bytes('c800 0000 ff7f 9001 0000 00 02 cc 00 05 00'), Buffer.from('Arial')])),
      ),
      ...Array.from({ length: 16 }, (_, i) =>
        record(0x00e0, bytes(`0000 0000 ${i === 15 ? '0100' : 'f5ff'} 2000 0000 00000000 00000000 c020`)),
      ),
      record(0x0085, bound),
      record(0x000a, Buffer.alloc(0)),
    ]);
  };
  const sheet = Buffer.concat([
    record(0x0809, bytes('0006 1000 bb0d cc07 41000000 06000000')),
    record(0x0200, bytes('00000000 01000000 0000 0100 0000')),
    record(0x0204, Buffer.concat([bytes('0000 0000 0f00'), Buffer.from([cell.length / 2, 0, 1]), cell])),
    record(0x023e, bytes('b606 0000 0000 4000 0000 0000 0000 00000000')),
    record(0x000a, Buffer.alloc(0)),
  ]);
  const stream = Buffer.concat([globals(globals(0).length), sheet]);
  return { Workbook: Buffer.concat([stream], Math.max(4_096, stream.length)) };
}

/** A Word 97-2003 document. */
export const makeDoc = (): Buffer => makeCompound(wordStreams(), '0609020000000000c000000000000046');
/** An Excel 97-2003 workbook. */
export const makeXls = (): Buffer => makeCompound(excelStreams(), '2008020000000000c000000000000046');

const asText = (parts: Parts, name: string, change: (xml: string) => string): void => {
  parts[name] = Buffer.from(change(Buffer.from(parts[name] ?? []).toString()));
};
const macroProject = (): Buffer => makeCompound({ 'VBA/dir': noise(200), 'VBA/_VBA_PROJECT': noise(64), PROJECT: Buffer.from('ID="{0}"') });

function withMacros(file: Buffer, folder: 'word' | 'xl', type: string, macroType: string): Buffer {
  return repack(file, (parts) => {
    parts[`${folder}/vbaProject.bin`] = macroProject();
    asText(parts, '[Content_Types].xml', (xml) =>
      xml
        .replace(type, macroType)
        .replace('</Types>', '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'),
    );
  });
}

/** The hostile ones, each named by what it is. */
export const hostileOffice = {
  docm: async () =>
    withMacros(
      await makeDocx(),
      'word',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      'application/vnd.ms-word.document.macroEnabled.main+xml',
    ),
  xlsm: async () =>
    withMacros(
      await makeXlsx(),
      'xl',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    ),
  /** Honest content types, but a macro project under another name. */
  disguisedMacros: async () =>
    repack(await makeDocx(), (parts) => {
      parts['word/media/image1.png'] = macroProject();
    }),
  remoteTemplate: async () =>
    repack(await makeDocx(), (parts) => {
      parts['word/_rels/settings.xml.rels'] = Buffer.from(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
          'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.com/a.dotm" TargetMode="External"/></Relationships>',
      );
    }),
  packageObject: async () =>
    repack(await makeDocx(), (parts) => {
      parts['word/embeddings/oleObject1.bin'] = makeCompound({ '\u0001Ole10Native': noise(300) });
    }),
  encryptedPackage: () => makeCompound({ EncryptionInfo: noise(1_200), EncryptedPackage: noise(9_000) }),
  encryptedDoc: () => makeCompound(wordStreams(0x0100)),
  encryptedXls: () => makeCompound(excelStreams([record(0x002f, Buffer.concat([bytes('0100 0100 0100'), noise(48)]))])),
  macroDoc: () => makeCompound({ ...wordStreams(), 'Macros/VBA/_VBA_PROJECT': noise(64), 'Macros/PROJECT': noise(64) }),
  macroXls: () => makeCompound({ ...excelStreams(), '_VBA_PROJECT_CUR/VBA/_VBA_PROJECT': noise(64) }),
  macroSheetXls: () => makeCompound(excelStreams([], 1)),
  msi: () => makeCompound({ '\u4840\u3f3f\u4577\u446c\u3e6a\u44b2\u482f': noise(5_000) }, '84100c0000000000c000000000000046'),
  ppt: () => makeCompound({ 'PowerPoint Document': noise(5_000), 'Current User': noise(40) }),
  twoDocuments: () => makeCompound({ ...wordStreams(), ...excelStreams() }),
};
