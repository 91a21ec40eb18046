import type { ProblemCode } from '../../domain/problems';
import { hostileZip, makeExe, makeZip } from './archive';
import { noise } from './noise';
import { hostileOffice, makeDoc, makeDocx, makeXls, makeXlsx } from './office';
import { hostilePdf, makePdf, makePdfOfSize } from './pdf';
import { makeGif, makeJpg, makePng } from './pictures';

export interface MadeFile {
  name: string;
  bytes: Buffer;
}

export interface HostileFile extends MadeFile {
  /** What it tries, for the name of a test. */
  trick: string;
  code: ProblemCode;
  /** The parameters that a refusal must carry to name the cause. */
  params?: Record<string, string | number>;
}

/** 5 MiB, the most that Samara's procedure allows. */
export const FIVE_MEBIBYTES = 5_242_880;

const text = (content: string): Buffer => Buffer.from(content);

/** One real file of each of the ten extensions, with Russian names. */
export async function goodFiles(): Promise<MadeFile[]> {
  return [
    { name: 'План урока.docx', bytes: await makeDocx() },
    { name: 'Характеристика.doc', bytes: makeDoc() },
    { name: 'Список участников.xls', bytes: makeXls() },
    { name: 'Результаты класса.xlsx', bytes: await makeXlsx() },
    { name: 'Диплом победителя.pdf', bytes: await makePdf() },
    { name: 'Грамоты.zip', bytes: makeZip() },
    { name: 'Благодарность.jpg', bytes: makeJpg() },
    { name: 'Схема кабинета.gif', bytes: makeGif() },
    { name: 'Сертификат.png', bytes: makePng() },
    { name: 'Фото выступления.jpeg', bytes: makeJpg() },
  ];
}

/** A PDF of exactly 5 MiB, or of any other size. */
export const pdfOfSize = (size: number = FIVE_MEBIBYTES): MadeFile => ({ name: 'Большой отчёт.pdf', bytes: makePdfOfSize(size) });

const RTF = text('{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Arial;}}\\f0 Text}');
const HTML = text('<!DOCTYPE html><html><body><script>alert(1)</script></body></html>');

async function disguised(): Promise<HostileFile[]> {
  const mismatch = (trick: string, name: string, bytes: Buffer, actual: string): HostileFile => ({
    trick,
    name,
    bytes,
    code: 'FILE_TYPE_MISMATCH',
    params: { actual },
  });
  const legacy = (trick: string, name: string, bytes: Buffer, actual: string): HostileFile => ({
    ...mismatch(trick, name, bytes, actual),
    code: 'FILE_LEGACY_TEXT',
  });
  return [
    mismatch('exe named pdf', 'Диплом.pdf', makeExe(), 'exe'),
    mismatch('html named jpg', 'Фото.jpg', HTML, 'html'),
    mismatch('html behind a byte order mark named png', 'a.png', Buffer.concat([Buffer.from('efbbbf', 'hex'), HTML]), 'html'),
    mismatch('svg named png', 'a.png', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'xml'),
    mismatch('png named jpg', 'a.jpg', makePng(), 'png'),
    mismatch('docx named doc', 'a.doc', await makeDocx(), 'docx'),
    mismatch('docx named xlsx', 'a.xlsx', await makeDocx(), 'docx'),
    mismatch('docx named zip', 'a.zip', await makeDocx(), 'docx'),
    mismatch('zip named docx', 'a.docx', makeZip(), 'zip'),
    mismatch('xls that is msi', 'Список.xls', hostileOffice.msi(), 'msi'),
    mismatch('doc that is a presentation', 'a.doc', hostileOffice.ppt(), 'ppt'),
    mismatch('doc that is a workbook', 'a.doc', makeXls(), 'xls'),
    mismatch('doc with two documents', 'a.doc', hostileOffice.twoDocuments(), 'unknown'),
    mismatch('heic named jpg', 'a.jpg', Buffer.concat([Buffer.from('00000018', 'hex'), text('ftypheic'), noise(60)]), 'heic'),
    mismatch('noise named pdf', 'a.pdf', noise(2_000), 'unknown'),
    mismatch('pdf that begins with html', 'a.pdf', await hostilePdf.leading(), 'html'),
    mismatch('zip behind a program', 'a.zip', hostileZip.leading(), 'exe'),
    legacy('rtf named doc', 'Справка.doc', RTF, 'rtf'),
    legacy('html named doc', 'Справка.doc', HTML, 'html'),
    legacy('html table named xls', 'Журнал.xls', text('<table><tr><td>1</td></tr></table>'), 'html'),
    legacy('Word XML named doc', 'a.doc', text('<?xml version="1.0"?><w:wordDocument/>'), 'xml'),
    {
      trick: 'an extension that is not allowed',
      name: 'setup.exe',
      bytes: makeExe(),
      code: 'FILE_TYPE_NOT_ALLOWED',
      params: { extension: 'exe' },
    },
    { trick: 'nothing at all', name: 'a.pdf', bytes: Buffer.alloc(0), code: 'FILE_EMPTY' },
    {
      trick: 'one byte more than allowed',
      name: 'a.pdf',
      bytes: makePdfOfSize(FIVE_MEBIBYTES + 1),
      code: 'FILE_TOO_LARGE',
      params: { max: FIVE_MEBIBYTES },
    },
  ];
}

async function locked(): Promise<HostileFile[]> {
  const encrypted = (trick: string, name: string, bytes: Buffer): HostileFile => ({ trick, name, bytes, code: 'FILE_ENCRYPTED' });
  return [
    encrypted('encrypted zip', 'a.zip', hostileZip.encrypted()),
    encrypted('zip encrypted by AES', 'a.zip', hostileZip.encryptedAes()),
    encrypted('encrypted pdf', 'a.pdf', hostilePdf.encrypted()),
    encrypted('docx with a password', 'a.docx', hostileOffice.encryptedPackage()),
    encrypted('xlsx with a password', 'a.xlsx', hostileOffice.encryptedPackage()),
    encrypted('doc with a password', 'a.doc', hostileOffice.encryptedDoc()),
    encrypted('xls with a password', 'a.xls', hostileOffice.encryptedXls()),
  ];
}

async function active(): Promise<HostileFile[]> {
  const macros = (trick: string, name: string, bytes: Buffer): HostileFile => ({ trick, name, bytes, code: 'FILE_HAS_MACROS' });
  const acts = (trick: string, name: string, bytes: Buffer, reason: string): HostileFile => ({
    trick,
    name,
    bytes,
    code: 'FILE_HAS_ACTIVE_CONTENT',
    params: { reason },
  });
  return [
    macros('docm named docx', 'a.docx', await hostileOffice.docm()),
    macros('xlsm named xlsx', 'a.xlsx', await hostileOffice.xlsm()),
    macros('macro project under the name of a picture', 'a.docx', await hostileOffice.disguisedMacros()),
    macros('doc with macros', 'a.doc', hostileOffice.macroDoc()),
    macros('xls with macros', 'a.xls', hostileOffice.macroXls()),
    macros('xls with a macro sheet', 'a.xls', hostileOffice.macroSheetXls()),
    acts('docx with a template from the network', 'a.docx', await hostileOffice.remoteTemplate(), 'remote'),
    acts('docx with a packaged file', 'a.docx', await hostileOffice.packageObject(), 'attachment'),
    acts('pdf with JavaScript', 'a.pdf', hostilePdf.javascript(), 'javascript'),
    acts('pdf with JavaScript under an escaped name', 'a.pdf', hostilePdf.escapedJavascript(), 'javascript'),
    acts('pdf with JavaScript in an object stream', 'a.pdf', await hostilePdf.packedJavascript(), 'javascript'),
    acts('pdf with JavaScript packed twice', 'a.pdf', hostilePdf.twicePackedJavascript(), 'javascript'),
    acts('pdf with JavaScript in what looks like a stream', 'a.pdf', hostilePdf.hiddenObject(), 'javascript'),
    acts('pdf that starts a program', 'a.pdf', hostilePdf.launch(), 'launch'),
    acts('pdf with an attached file', 'a.pdf', await hostilePdf.attachment(), 'attachment'),
  ];
}

async function broken(): Promise<HostileFile[]> {
  const damaged = (trick: string, name: string, bytes: Buffer, reason: string): HostileFile => ({
    trick,
    name,
    bytes,
    code: 'FILE_DAMAGED',
    params: { reason },
  });
  const unsafe = (trick: string, bytes: Buffer, reason: string): HostileFile => ({
    trick,
    name: 'a.zip',
    bytes,
    code: 'FILE_ARCHIVE_UNSAFE',
    params: { reason },
  });
  const large = (trick: string, bytes: Buffer, reason: string): HostileFile => ({
    ...unsafe(trick, bytes, reason),
    code: 'FILE_ARCHIVE_TOO_LARGE',
  });
  return [
    damaged('gif that is also a zip', 'a.gif', Buffer.concat([makeGif(), makeZip()]), 'trailing'),
    damaged('jpg with a zip behind it', 'a.jpg', Buffer.concat([makeJpg(), makeZip()]), 'trailing'),
    damaged('png with a program behind it', 'a.png', Buffer.concat([makePng(), makeExe()]), 'trailing'),
    damaged('jpg with html behind it', 'a.jpg', Buffer.concat([makeJpg(), HTML]), 'trailing'),
    damaged('pdf with html behind it', 'a.pdf', await hostilePdf.trailing(), 'trailing'),
    damaged('pdf that is also a zip', 'a.pdf', Buffer.concat([await makePdf(), makeZip()]), 'trailing'),
    damaged('zip with a program behind it', 'a.zip', hostileZip.trailing(), 'truncated'),
    damaged('half a pdf', 'a.pdf', await hostilePdf.truncated(), 'truncated'),
    damaged('half a jpg', 'a.jpg', makeJpg().subarray(0, 200), 'truncated'),
    damaged('half a png', 'a.png', makePng().subarray(0, 60), 'truncated'),
    damaged('half a gif', 'a.gif', makeGif().subarray(0, 800), 'truncated'),
    damaged('half a docx', 'a.docx', (await makeDocx()).subarray(0, 3_000), 'truncated'),
    damaged('half a doc', 'a.doc', makeDoc().subarray(0, 2_000), 'structure'),
    unsafe('zip in zip', hostileZip.nested(), 'nested'),
    unsafe('zip with a parent path', hostileZip.parentPath(), 'path'),
    unsafe('zip with a parent path by backslash', hostileZip.backslashParentPath(), 'path'),
    unsafe('zip with an absolute path', hostileZip.absolutePath(), 'path'),
    unsafe('zip with a drive path', hostileZip.drivePath(), 'path'),
    unsafe('zip with a link', hostileZip.link(), 'link'),
    large('zip with 201 entries', hostileZip.tooMany(), 'entries'),
    large('zip bomb', hostileZip.bomb(), 'unpacked'),
    large('zip bomb that lies about its size', hostileZip.lyingBomb(), 'unpacked'),
    { trick: 'zip without files', name: 'a.zip', bytes: hostileZip.empty(), code: 'FILE_EMPTY' },
    {
      trick: 'zip with a program',
      name: 'a.zip',
      bytes: hostileZip.withExe(),
      code: 'FILE_TYPE_NOT_ALLOWED',
      params: { entry: 'setup.exe' },
    },
    {
      trick: 'zip with a program named pdf',
      name: 'a.zip',
      bytes: hostileZip.withDisguisedExe(),
      code: 'FILE_TYPE_MISMATCH',
      params: { entry: 'b.pdf', actual: 'exe' },
    },
  ];
}

/** Every file that must be refused, with the code of its refusal. */
export async function hostileFiles(): Promise<HostileFile[]> {
  return [...(await disguised()), ...(await locked()), ...(await active()), ...(await broken())];
}

/** Names that must not survive as they are. */
export const HOSTILE_NAMES = {
  parentPath: '../../etc/Диплом.pdf',
  windowsPath: 'C:\\Users\\Анна\\Диплом.pdf',
  rightToLeft: 'Диплом\u202efdp.exe',
  zeroWidth: 'Дип\u200bлом.pdf',
  long: `${'Диплом победителя '.repeat(17)}.pdf`,
} as const;
