import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { Workplace } from './workplace';

export const PDF = 'application/pdf';
/** Sizes of the trial policy: from ten bytes to 5 MiB, the limit of the files that teachers attach. */
export const LEAST = 10;
export const MOST = 5 * 1024 * 1024;

export interface Trial {
  client: S3Client;
  place: Workplace;
  endpoint: string;
  origin: string;
}

export interface PostOptions {
  body: Uint8Array;
  seconds?: number;
  /** Changes the form after it was signed, as a hostile browser would. */
  tamper?: (fields: Record<string, string>) => Record<string, string>;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  code: string;
  headers: Headers;
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, code: /<Code>([^<]*)/.exec(text)?.[1] ?? '', headers: response.headers };
}

/** Full key of a name in the workplace. */
export const keyOf = (trial: Trial, name: string): string => `${trial.place.prefix}${name}`;

/** What a browser does with a policy: one form, the file last. */
export async function postForm(trial: Trial, name: string, { body, seconds = 300, tamper, headers }: PostOptions): Promise<Answer> {
  const { url, fields } = await createPresignedPost(trial.client, {
    Bucket: trial.place.bucket,
    Key: keyOf(trial, name),
    Expires: seconds,
    Fields: { 'Content-Type': PDF, success_action_status: '204' },
    Conditions: [
      ['content-length-range', LEAST, MOST],
      ['eq', '$Content-Type', PDF],
    ],
  });
  if (seconds < 2) await new Promise((resolve) => setTimeout(resolve, 2_500));
  const form = new FormData();
  for (const [field, value] of Object.entries(tamper ? tamper({ ...fields }) : fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(body)], { type: PDF }), 'файл.pdf');
  return answerOf(await fetch(url, { method: 'POST', body: form, redirect: 'manual', headers }));
}

/** One request without credentials of its own. */
export const request = async (url: string, init?: RequestInit): Promise<Answer> =>
  answerOf(await fetch(url, { redirect: 'manual', ...init }));

/** Size of a stored object, undefined when it is not there. */
export async function sizeOf(trial: Trial, name: string): Promise<number | undefined> {
  try {
    const head = await trial.client.send(new HeadObjectCommand({ Bucket: trial.place.bucket, Key: keyOf(trial, name) }));
    return head.ContentLength;
  } catch (error) {
    if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return undefined;
    throw error;
  }
}
