import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { adviceFor, contentTypeOf, extensionOf, isKnownExtension } from '@/domain/fileKinds';
import { type Problem, type ProblemCode, problem } from '@/domain/problems';
import { env } from '@/server/env';
import { log } from '@/server/log';
import { storage } from './client';
import { inspectApart } from './inspectors/pool';
import { type Scan, scan } from './scan';
import { inTurn } from './turns';

export interface Adoption {
  /** Where the browser put its bytes, and may still put others. */
  incomingKey: string;
  /** A key made for this attempt alone. */
  adoptedKey: string;
  expectedSize: number;
  /** Lower-case hex, as the browser computed it. */
  expectedSha256: string;
  name: string;
  /** Whose upload it is; files of several persons take turns. */
  person: string;
  allowedExtensions: readonly string[];
  maxBytes: number;
  /** Called when the virus scanner is about to look at the bytes. */
  onScan?: () => Promise<void>;
}

export type Adopted =
  | { ok: true; size: number; sha256: string; contentType: string; extension: string; virusCheck: 'CLEAN' | 'UNCHECKED' }
  | { ok: false; problem: Problem };

/** Longest time that one completion may take, waiting for its turn not counted. */
const TIME_LIMIT_MS = 45_000;

const refused = (code: ProblemCode, params?: Record<string, string | number>): Adopted => ({
  ok: false,
  problem: problem(code, ['file'], params),
});

/** Deletes an object; an absent one is no fault. */
export async function deleteObject(key: string): Promise<void> {
  await storage().send(new DeleteObjectCommand({ Bucket: env.S3_BUCKET, Key: key }));
}

/** Reads an object into memory, unless it is larger than it may be. */
export async function readWhole(key: string, maxBytes: number, abortSignal: AbortSignal): Promise<Buffer | 'tooLarge'> {
  const { Body, ContentLength } = await storage().send(new GetObjectCommand({ Bucket: env.S3_BUCKET, Key: key }), { abortSignal });
  const body = Body as Readable;
  const chunks: Buffer[] = [];
  let length = 0;
  if ((ContentLength ?? 0) <= maxBytes) {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) break;
      chunks.push(chunk);
    }
    if (length <= maxBytes) return Buffer.concat(chunks);
  }
  body.destroy();
  return 'tooLarge';
}

async function scanned(bytes: Buffer, { onScan }: Adoption): Promise<Scan> {
  if (env.CLAMD_URL) await onScan?.();
  return scan(bytes);
}

const adviceOf = ({ name, allowedExtensions }: Adoption) => {
  const extension = extensionOf(name);
  return { extension, ...adviceFor(extension, allowedExtensions) };
};

async function verifyCopy(upload: Adoption, abortSignal: AbortSignal): Promise<Adopted> {
  const bytes = await readWhole(upload.adoptedKey, upload.maxBytes, abortSignal);
  if (bytes === 'tooLarge') return refused('FILE_TOO_LARGE', { max: upload.maxBytes, ...adviceOf(upload) });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length !== upload.expectedSize || sha256 !== upload.expectedSha256.toLowerCase()) return refused('FILE_DIGEST_MISMATCH');
  const verdict = await inspectApart(bytes, upload.name, { allowedExtensions: upload.allowedExtensions, maxBytes: upload.maxBytes });
  if (!verdict.ok) return verdict;
  const { state, ...found } = await scanned(bytes, upload);
  if (state === 'INFECTED') return refused('FILE_INFECTED', found);
  return { ...verdict, size: bytes.length, sha256, virusCheck: state };
}

async function copyAndVerify(upload: Adoption): Promise<Adopted> {
  const abortSignal = AbortSignal.timeout(TIME_LIMIT_MS);
  const extension = extensionOf(upload.name);
  const copy = new CopyObjectCommand({
    Bucket: env.S3_BUCKET,
    Key: upload.adoptedKey,
    CopySource: `${env.S3_BUCKET}/${upload.incomingKey}`,
    MetadataDirective: 'REPLACE',
    ContentType: isKnownExtension(extension) ? contentTypeOf(extension) : 'application/octet-stream',
  });
  await storage().send(copy, { abortSignal });
  return verifyCopy(upload, abortSignal);
}

/** A store that cannot be reached or does not do its work, as opposed to a fault of ours. */
function isStoreFault(error: unknown): boolean {
  if (error instanceof S3ServiceException) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return '$metadata' in error || /^(?:Timeout|Abort)Error$/.test(error.name) || /^E(?:CONN|PIPE|HOST|NET|TIMEDOUT|AI_|NOTFOUND)/.test(code);
}

/**
 * Takes over an upload: copies it to a key that no browser was granted and judges that copy, so that whatever is posted to the first
 * key later changes nothing. A copy that is refused is deleted. The incoming object is left to the caller (after its commit) or the sweep.
 */
export async function adopt(upload: Adoption): Promise<Adopted> {
  return inTurn(upload.person, async () => {
    let result: Adopted | undefined;
    try {
      result = await copyAndVerify(upload);
    } catch (error) {
      if (error instanceof S3ServiceException && error.name === 'NoSuchKey') result = refused('UPLOAD_MISSING');
      else if (isStoreFault(error)) {
        log.error({ err: error, key: upload.adoptedKey }, 'the store failed during an adoption');
        result = refused('STORAGE_UNAVAILABLE');
      } else throw error;
    } finally {
      // what cannot be deleted now is an orphan that the sweep finds
      if (!result?.ok) await deleteObject(upload.adoptedKey).catch(() => undefined);
    }
    return result;
  });
}
