import { GetObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from '@/server/env';
import { signer } from './client';
import { mayShowInline } from './inspect/kinds';

export interface UploadPolicy {
  url: string;
  /** Form fields in this order, then the field `file`. */
  fields: Record<string, string>;
}

/** Grants one POST: this key, this content type, exactly so many bytes, for so long. */
export async function createUploadPolicy(grant: {
  key: string;
  contentType: string;
  /** The size that the browser declared; the store refuses one byte more or less. */
  size: number;
  expiresInSeconds: number;
}): Promise<UploadPolicy> {
  const { url, fields } = await createPresignedPost(signer(), {
    Bucket: env.S3_BUCKET,
    Key: grant.key,
    Expires: grant.expiresInSeconds,
    // 204, because Yandex Object Storage knows no 201
    Fields: { 'Content-Type': grant.contentType, success_action_status: '204' },
    Conditions: [
      ['content-length-range', grant.size, grant.size],
      ['eq', '$key', grant.key],
      ['eq', '$Content-Type', grant.contentType],
    ],
  });
  return { url, fields };
}

/** `filename*` of RFC 5987 for today's browsers, a plain one for the rest. */
export function contentDisposition(kind: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`;
}

/** A link that works for a minute or a few; only PDF and pictures may be shown in place, everything else is downloaded. */
export async function signDownload(file: {
  key: string;
  fileName: string;
  contentType: string;
  disposition: 'attachment' | 'inline';
  expiresInSeconds?: number;
}): Promise<string> {
  const kind = file.disposition === 'inline' && mayShowInline(file.contentType) ? 'inline' : 'attachment';
  const expiresIn = Math.min(300, Math.max(60, file.expiresInSeconds ?? 120));
  const command = new GetObjectCommand({
    Bucket: env.S3_BUCKET,
    Key: file.key,
    ResponseContentDisposition: contentDisposition(kind, file.fileName),
    ResponseContentType: file.contentType,
    ResponseCacheControl: 'private, no-store',
  });
  return getSignedUrl(signer(), command, { expiresIn });
}
