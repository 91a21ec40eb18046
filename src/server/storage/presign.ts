import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { env } from '@/server/env';
import { signer } from './client';

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
