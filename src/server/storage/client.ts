import { S3Client } from '@aws-sdk/client-s3';
import { env } from '@/server/env';
import { once } from '@/server/once';

function connect(endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    region: env.S3_REGION,
    credentials: { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY },
    forcePathStyle: true,
    // other stores than AWS refuse or ignore the checksums that the SDK adds by itself
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    // A browser that reads slowly holds its connection to the store; others must not stand behind it.
    requestHandler: {
      httpAgent: { maxSockets: 500 },
      httpsAgent: { maxSockets: 500 },
      connectionTimeout: 3_000,
      requestTimeout: 20_000,
      throwOnRequestTimeout: true,
    },
  });
}

/** The object store as this process reaches it. */
export function storage(): S3Client {
  return once('storage', () => connect(env.S3_ENDPOINT));
}

/** Signs addresses for browsers, which may reach the store by another name; it never sends anything itself. */
export function signer(): S3Client {
  return once('storageSigner', () => connect(env.S3_PUBLIC_ENDPOINT));
}
