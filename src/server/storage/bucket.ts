import { CreateBucketCommand, HeadBucketCommand, PutBucketCorsCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { env } from '@/server/env';
import { storage } from './client';

export interface BucketState {
  bucket: 'present' | 'created' | 'unreachable';
  cors: 'set' | 'refused' | 'skipped';
  /** What the start should say, one sentence each; empty when all is well. */
  notes: string[];
}

const reason = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

async function isPresent(): Promise<boolean> {
  try {
    await storage().send(new HeadBucketCommand({ Bucket: env.S3_BUCKET }));
    return true;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
    throw error;
  }
}

async function create(): Promise<void> {
  const Bucket = env.S3_BUCKET;
  const constraint = env.S3_REGION === 'us-east-1' ? undefined : env.S3_REGION;
  try {
    const CreateBucketConfiguration = constraint ? { LocationConstraint: constraint as 'eu-central-1' } : undefined;
    await storage().send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  } catch (error) {
    // a process that starts at the same moment may have been quicker
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 409 && (await isPresent())) return;
    // Ceph knows its zone groups, not the names of regions
    if (!constraint || !(error instanceof S3ServiceException) || !/LocationConstraint/.test(error.name)) throw error;
    await storage().send(new CreateBucketCommand({ Bucket }));
  }
}

/** Lets the pages of APP_URL, and no others, post to the bucket; files are read from FILES_URL. */
async function allowOwnPages(): Promise<void> {
  await storage().send(
    new PutBucketCorsCommand({
      Bucket: env.S3_BUCKET,
      CORSConfiguration: {
        CORSRules: [
          {
            AllowedOrigins: [new URL(env.APP_URL).origin],
            AllowedMethods: ['POST'],
            AllowedHeaders: ['content-type'],
            ExposeHeaders: ['ETag'],
            MaxAgeSeconds: 600,
          },
        ],
      },
    }),
  );
}

/** Makes the bucket usable at every start: creates it when it is absent, sets CORS. Where that is not permitted it says so and goes on. */
export async function ensureBucket(): Promise<BucketState> {
  const state: BucketState = { bucket: 'present', cors: 'skipped', notes: [] };
  try {
    if (!(await isPresent())) {
      await create();
      state.bucket = 'created';
    }
  } catch (error) {
    state.bucket = 'unreachable';
    state.notes.push(
      `The bucket ${env.S3_BUCKET} can be neither found nor created (${reason(error)}). Create it or check S3_ENDPOINT and the keys.`,
    );
    return state;
  }
  try {
    await allowOwnPages();
    state.cors = 'set';
  } catch (error) {
    state.cors = 'refused';
    state.notes.push(
      `CORS of the bucket ${env.S3_BUCKET} could not be set (${reason(error)}). Allow POST for ${env.APP_URL} there, or uploads will fail.`,
    );
  }
  return state;
}

/** Whether the store answers for the bucket; for the health check. */
export async function bucketAnswers(timeoutMs = 2_000): Promise<boolean> {
  try {
    await storage().send(new HeadBucketCommand({ Bucket: env.S3_BUCKET }), { abortSignal: AbortSignal.timeout(timeoutMs) });
    return true;
  } catch {
    return false;
  }
}
