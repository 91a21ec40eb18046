/** What the bytes look like, in words that the sentence of a refusal can translate; `unknown` when nothing fits. */
export type Actual =
  | 'pdf'
  | 'zip'
  | 'cfb'
  | 'jpg'
  | 'png'
  | 'gif'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'doc'
  | 'xls'
  | 'ppt'
  | 'msi'
  | 'msg'
  | 'odf'
  | 'xlsb'
  | 'template'
  | 'html'
  | 'rtf'
  | 'xml'
  | 'mht'
  | 'exe'
  | 'script'
  | 'archive'
  | 'heic'
  | 'picture'
  | 'video'
  | 'text'
  | 'unknown';

const MAGIC: readonly (readonly [Actual, number, string])[] = [
  ['pdf', 0, '%PDF-'],
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['cfb', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['jpg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['gif', 0, 'GIF87a'],
  ['gif', 0, 'GIF89a'],
  ['exe', 0, 'MZ'],
  ['exe', 0, '\x7fELF'],
  ['exe', 0, '\xcf\xfa\xed\xfe'],
  ['exe', 0, '\xca\xfe\xba\xbe'],
  ['script', 0, '#!'],
  ['archive', 0, '7z\xbc\xaf\x27\x1c'],
  ['archive', 0, 'Rar!\x1a\x07'],
  ['archive', 0, '\x1f\x8b'],
  ['archive', 0, 'BZh'],
  ['archive', 0, '\xfd7zXZ'],
  ['archive', 0, 'MSCF'],
  ['archive', 257, 'ustar'],
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftyphev'],
  ['heic', 4, 'ftypmif1'],
  ['heic', 4, 'ftypavif'],
  ['video', 4, 'ftyp'],
  ['video', 0, '\x1a\x45\xdf\xa3'],
  ['picture', 0, 'BM'],
  ['picture', 0, 'II*\x00'],
  ['picture', 0, 'MM\x00*'],
  ['picture', 8, 'WEBP'],
];

/** Reads the first bytes as text whatever the encoding of its byte order mark. */
function leadingText(bytes: Buffer): string {
  const head = bytes.subarray(0, 4096);
  if (head[0] === 0xff && head[1] === 0xfe) return head.subarray(2).toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff)
    return Buffer.from(head.subarray(2, head.length & ~1))
      .swap16()
      .toString('utf16le');
  return head.toString('latin1').replace(/^\xef\xbb\xbf/, '');
}

/** Says what the bytes are by their beginning. Containers (`zip`, `cfb`) are named more closely by their own readers. */
export function sniff(bytes: Buffer): Actual {
  for (const [actual, offset, magic] of MAGIC) {
    if (bytes.subarray(offset, offset + magic.length).toString('latin1') === magic) return actual;
  }
  const text = leadingText(bytes).trimStart();
  if (/^\{\\rt/i.test(text)) return 'rtf';
  if (/^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|script|meta|table|div|style|title|p|h\d|svg|iframe)\b/i.test(text))
    return 'html';
  if (/^(?:MIME-Version|From|Subject|Content-Type|Message-ID):/i.test(text)) return 'mht';
  if (/^<\?xml/i.test(text)) return /<html\b/i.test(text) ? 'html' : 'xml';
  if (/^<\?php/i.test(text)) return 'script';
  return text.length > 0 && !/[^\P{Cc}\s]/u.test(text) ? 'text' : 'unknown';
}
