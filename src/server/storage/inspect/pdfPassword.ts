import { createCipheriv, createHash } from 'node:crypto';
import { rc4 } from './rc4';

/**
 * Whether an encrypted PDF opens without a password: its author only closed it against changes (an "owner password"). The file is
 * refused either way, so a lie costs nothing but a wrong sentence.
 */
export function opensWithoutPassword(text: string): boolean {
  try {
    const dictionary = encryptionDictionary(text);
    const revision = Number(/\/R[\s\0]+(\d)/.exec(dictionary)?.[1]);
    return revision >= 5 ? hasEmptyUserKey(dictionary, revision) : hasEmptyOldKey(dictionary, revision, firstId(text));
  } catch {
    return false;
  }
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const hash = (kind: string, ...parts: Buffer[]): Buffer => parts.reduce((h, part) => h.update(part), createHash(kind)).digest();

/** The text of the dictionary that the trailer names, at most 8 KiB of it. */
function encryptionDictionary(text: string): string {
  const [, number, generation] = /\/Encrypt[\s\0]+(\d{1,10})[\s\0]+(\d{1,5})[\s\0]+R/.exec(text) ?? [];
  const at = number ? text.search(new RegExp(`(?<!\\d)${number}[\\s\\0]+${generation}[\\s\\0]+obj`)) : text.lastIndexOf('/Encrypt');
  return text.slice(at, at + 8_192).split('endobj', 1)[0] ?? '';
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string of a PDF, in parentheses or as hex digits, from where it stands. */
function stringAt(text: string): Buffer {
  const hex = /^[\s\0]*<([\da-f\s]*)>/i.exec(text)?.[1];
  if (hex !== undefined) return Buffer.from(hex.replace(/\s/g, ''), 'hex');
  const open = text.indexOf('(');
  let depth = 1;
  let out = '';
  for (let at = open + 1; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1))?.[0];
      const next = text.charAt(at + 1);
      if (octal) out += String.fromCharCode(Number.parseInt(octal, 8) & 255);
      else if (next !== '\r' && next !== '\n') out += ESCAPES[next] ?? next;
      at += octal?.length ?? (text.startsWith('\r\n', at + 1) ? 2 : 1);
      continue;
    }
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (depth === 0) break;
    out += letter;
  }
  return Buffer.from(out, 'latin1');
}

const stringOf = (dictionary: string, key: string): Buffer => {
  const found = new RegExp(`/${key}[\\s\\0]*(?=[(<])`).exec(dictionary);
  return found ? stringAt(dictionary.slice(found.index + found[0].length)) : Buffer.alloc(0);
};
const firstId = (text: string): Buffer => {
  const found = /\/ID[\s\0]*\[/.exec(text);
  return found ? stringAt(text.slice(found.index + found[0].length, found.index + 1_024)) : Buffer.alloc(0);
};

/** Revisions 2 to 4 (ISO 32000-1, algorithms 2, 4 and 5) with an empty password. */
function hasEmptyOldKey(dictionary: string, revision: number, id: Buffer): boolean {
  const rights = Buffer.alloc(4);
  rights.writeInt32LE(Number(/\/P[\s\0]+(-?\d{1,10})/.exec(dictionary)?.[1]) | 0);
  const open = /\/EncryptMetadata[\s\0]+false/.test(dictionary) && revision >= 4;
  const bits =
    revision === 2 ? 40 : Number(/\/V[\s\0]+[1-3]\b/.test(dictionary) ? (/\/Length[\s\0]+(\d{1,3})/.exec(dictionary)?.[1] ?? 40) : 128);
  const size = Math.min(16, bits >> 3);
  let key = hash('md5', PADDING, stringOf(dictionary, 'O').subarray(0, 32), rights, id, open ? Buffer.alloc(4, 255) : Buffer.alloc(0));
  for (let i = 0; i < (revision >= 3 ? 50 : 0); i += 1) key = hash('md5', key.subarray(0, size));
  key = key.subarray(0, size);
  const stored = stringOf(dictionary, 'U');
  if (revision === 2) return rc4(key, PADDING).equals(stored);
  let check = hash('md5', PADDING, id);
  for (let i = 0; i < 20; i += 1) check = rc4(Buffer.from(key.map((byte) => byte ^ i)), check);
  return check.equals(stored.subarray(0, 16));
}

/** Revisions 5 and 6 (ISO 32000-2, algorithms 2.A and 2.B) with an empty password. */
function hasEmptyUserKey(dictionary: string, revision: number): boolean {
  const stored = stringOf(dictionary, 'U');
  let key = hash('sha256', stored.subarray(32, 40));
  for (let round = 0, last = 0; revision >= 6 && (round < 64 || last > round - 32); round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const sum = mixed.subarray(0, 16).reduce((total, byte) => total + byte, 0) % 3;
    key = hash(['sha256', 'sha384', 'sha512'][sum] ?? 'sha256', mixed);
    last = mixed.at(-1) ?? 0;
  }
  return stored.length >= 48 && key.subarray(0, 32).equals(stored.subarray(0, 32));
}
