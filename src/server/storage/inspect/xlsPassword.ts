import { createHash } from 'node:crypto';
import { rc4 } from './rc4';
import { Refusal } from './refusal';

/** The password of whoever protects a workbook's structure without choosing one: Excel and others open it unasked ([MS-OFFCRYPTO] 2.4.2.3). */
const DEFAULT_PASSWORD = 'VelvetSweatshop';
const DEFAULT_BYTES = Buffer.from(DEFAULT_PASSWORD, 'utf16le');
const hash = (kind: 'md5' | 'sha1', ...parts: Buffer[]): Buffer => parts.reduce((h, part) => h.update(part), createHash(kind)).digest();
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

interface Cipher {
  /** Key of a block of 1,024 bytes. */
  keyOf: (block: number) => Buffer;
  verifier: Buffer;
  verifierHash: Buffer;
  kind: 'md5' | 'sha1';
}

/** RC4 of Excel 97 ([MS-OFFCRYPTO] 2.3.6). */
function oldCipher(body: Buffer): Cipher {
  const salt = body.subarray(6, 22);
  const start = hash('md5', DEFAULT_BYTES).subarray(0, 5);
  const middle = hash('md5', ...Array.from({ length: 16 }, () => [start, salt]).flat()).subarray(0, 5);
  return {
    keyOf: (block) => hash('md5', middle, number(block)),
    verifier: body.subarray(22, 38),
    verifierHash: body.subarray(38, 54),
    kind: 'md5',
  };
}

/** RC4 by CryptoAPI, Excel 2002 and later ([MS-OFFCRYPTO] 2.3.5). */
function cryptoApiCipher(body: Buffer): Cipher {
  const header = body.subarray(14, 14 + body.readUInt32LE(10));
  const bits = header.readUInt32LE(16) || 40;
  const verifier = body.subarray(14 + header.length);
  const base = hash('sha1', verifier.subarray(4, 20), DEFAULT_BYTES);
  return {
    keyOf: (block) => {
      const key = hash('sha1', base, number(block)).subarray(0, bits / 8);
      return bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
    },
    verifier: verifier.subarray(20, 36),
    verifierHash: verifier.subarray(40, 60),
    kind: 'sha1',
  };
}

/** The verifier of XOR obfuscation, Excel 95 ([MS-OFFCRYPTO] 2.3.7.1). */
function xorVerifier(password: string): number {
  let verifier = 0;
  for (const letter of [...Buffer.from(password, 'latin1')].reverse().concat(password.length))
    verifier = (((verifier >> 14) & 1) | ((verifier << 1) & 0x7fff)) ^ letter;
  return verifier ^ 0xce4b;
}

function cipherOf(filePass: Buffer): Cipher {
  if (filePass.readUInt16LE(0) === 0) {
    const isDefault = filePass.readUInt16LE(4) === xorVerifier(DEFAULT_PASSWORD);
    throw new Refusal('FILE_ENCRYPTED', isDefault ? { reason: 'locked' } : {});
  }
  const major = filePass.readUInt16LE(2);
  if (major === 1) return oldCipher(filePass);
  if (major >= 2 && major <= 4) return cryptoApiCipher(filePass);
  throw new Refusal('FILE_ENCRYPTED');
}

/**
 * The stream of a workbook as Excel opens it without asking; refused when it needs a password. `filePass` is the body of its FilePass
 * record; bodies of records are enciphered where they lie, their headers are not, nor what [MS-XLS] 2.2.10 leaves open.
 */
export function openWorkbook(book: Buffer, filePass: Buffer): Buffer {
  const cipher = cipherOf(filePass);
  const checked = rc4(cipher.keyOf(0), Buffer.concat([cipher.verifier, cipher.verifierHash]));
  if (!hash(cipher.kind, checked.subarray(0, 16)).equals(checked.subarray(16))) throw new Refusal('FILE_ENCRYPTED');
  const clear = Buffer.alloc(book.length);
  for (let at = 0; at < book.length; at += BLOCK) rc4(cipher.keyOf(at / BLOCK), book.subarray(at, at + BLOCK)).copy(clear, at);
  const open = Buffer.from(book);
  for (let at = 0; at + 4 <= book.length; at += 4 + book.readUInt16LE(at + 2)) {
    const type = book.readUInt16LE(at);
    if (OPEN_RECORDS.has(type)) continue;
    // where a sheet lies is said in the open
    const from = at + (type === BOUND_SHEET ? 8 : 4);
    clear.copy(open, from, from, Math.max(from, Math.min(book.length, at + 4 + book.readUInt16LE(at + 2))));
  }
  return open;
}

const BLOCK = 1_024;
const BOUND_SHEET = 0x0085;
/** BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const OPEN_RECORDS = new Set([0x0809, 0x002f, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138]);
