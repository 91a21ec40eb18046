import { mayShowInline } from '@/domain/fileKinds';
import { env } from '@/server/env';
import { seal, unseal } from '@/server/seal';

/** How long the address of a file works. */
export const ADDRESS_SECONDS = 300;

/** A stored file as the files' own origin serves it. */
export interface ServedFile {
  /** Its key in the object store. */
  key: string;
  /** The name under which it is saved. */
  name: string;
  /** The type that was found when its bytes were checked. */
  contentType: string;
  /** Bytes. */
  size: number;
  disposition: 'inline' | 'attachment';
}

export interface FileAddress {
  url: string;
  expiresAt: Date;
}

/**
 * An address of the files' own origin that serves this one file for five minutes, to whoever has it. All it says is sealed: neither key nor
 * name can be read from the address or changed in it. A file that browsers may not show is saved, whatever was asked for.
 */
export function makeAddress(file: Omit<ServedFile, 'disposition'>, as: 'VIEW' | 'DOWNLOAD', at = Date.now()): FileAddress {
  const expiresAt = at + ADDRESS_SECONDS * 1000;
  const disposition = as === 'VIEW' && mayShowInline(file.contentType) ? 'inline' : 'attachment';
  const sealed = seal('file address', JSON.stringify({ ...file, disposition, expiresAt }));
  return { url: new URL(sealed, env.FILES_URL).href, expiresAt: new Date(expiresAt) };
}

/** The file of an address's last part; `unknown` when this installation did not make it. */
export function readAddress(sealed: string, at = Date.now()): ServedFile | 'expired' | 'unknown' {
  // One spelling only: what decodes to the same bytes is another address.
  if (Buffer.from(sealed, 'base64url').toString('base64url') !== sealed) return 'unknown';
  try {
    const { expiresAt, ...file } = JSON.parse(unseal('file address', sealed)) as ServedFile & { expiresAt: number };
    return expiresAt > at ? file : 'expired';
  } catch {
    return 'unknown';
  }
}
