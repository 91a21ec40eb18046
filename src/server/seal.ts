import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from './env';

/** What a sealed text is for; each purpose has a key of its own, so that one cannot be passed off as another. */
export type SealPurpose = 'letter secret' | 'file address';

const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (purpose: SealPurpose) => Buffer.from(hkdfSync('sha256', env.NEXTAUTH_SECRET, 'attesta', purpose, 32));

/** Encrypts a text so that it can be neither read nor changed without the installation's secret (AES-256-GCM); base64url. */
export function seal(purpose: SealPurpose, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(purpose), iv, { authTagLength: TAG_BYTES });
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Opens what `seal` made for the same purpose; throws when it was changed or made elsewhere. */
export function unseal(purpose: SealPurpose, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(purpose), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
