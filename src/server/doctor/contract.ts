import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { type Answer, keyOf, LEAST, MOST, PDF, postForm, request, sizeOf, type Trial } from './browser';

export interface ContractCheck {
  name: string;
  /** Only in a bucket of its own: it depends on settings that are not ours to change elsewhere. */
  ownBucketOnly?: boolean;
  /** Resolves when the store keeps the contract, else throws what it did instead. */
  run: (trial: Trial) => Promise<void>;
}

const small = new Uint8Array(100_000).fill(37);
const bytes = (length: number) => new Uint8Array(length).fill(38);

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

const told = ({ status, code }: Answer) => `${status} ${code}`.trim();

/** The upload must be refused and nothing may be stored. */
const refused =
  (name: string, body: Uint8Array, options: Partial<Parameters<typeof postForm>[2]> = {}) =>
  async (trial: Trial) => {
    const answer = await postForm(trial, name, { body, ...options });
    must(answer.status >= 400, `accepted (${told(answer)})`);
    must((await sizeOf(trial, name)) === undefined, `refused with ${told(answer)}, but the bytes were stored`);
  };

const accepted = (name: string, body: Uint8Array) => async (trial: Trial) => {
  const answer = await postForm(trial, name, { body });
  must(answer.status === 204 || answer.status === 200, `refused (${told(answer)})`);
  const size = await sizeOf(trial, name);
  must(size === body.length, `stored ${size} bytes of ${body.length}`);
};

/** A policy whose size limit was raised by the one who uses it. */
function raiseLimit(fields: Record<string, string>): Record<string, string> {
  const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString()) as { conditions: unknown[] };
  policy.conditions = policy.conditions.map((one) =>
    Array.isArray(one) && one[0] === 'content-length-range' ? [one[0], 0, 99 * MOST] : one,
  );
  return { ...fields, Policy: Buffer.from(JSON.stringify(policy)).toString('base64') };
}

const uploads: ContractCheck[] = [
  { name: 'an upload within its policy is accepted', run: accepted('ok', small) },
  { name: `exactly ${MOST} bytes are accepted`, run: accepted('most', bytes(MOST)) },
  { name: 'one byte more is refused', run: refused('more', bytes(MOST + 1)) },
  { name: 'fewer bytes than agreed are refused', run: refused('less', bytes(LEAST - 1)) },
  { name: 'an empty file is refused', run: refused('empty', bytes(0)) },
  { name: 'another content type is refused', run: refused('type', small, { tamper: (f) => ({ ...f, 'Content-Type': 'text/html' }) }) },
  {
    name: 'another key is refused',
    run: async (trial) => {
      const other = keyOf(trial, 'other');
      const answer = await postForm(trial, 'key', { body: small, tamper: (f) => ({ ...f, key: other }) });
      must(answer.status >= 400 && (await sizeOf(trial, 'other')) === undefined, `accepted (${told(answer)})`);
    },
  },
  { name: 'an expired policy is refused', run: refused('expired', small, { seconds: 1 }) },
  { name: 'a policy with a raised limit is refused', run: refused('raised', bytes(MOST + 1), { tamper: raiseLimit }) },
  {
    name: 'a forged signature is refused',
    run: refused('forged', small, { tamper: (f) => ({ ...f, 'X-Amz-Signature': '0'.repeat(64) }) }),
  },
  {
    name: 'an unknown access key is refused',
    run: refused('unknown', small, {
      tamper: (f) => ({ ...f, 'X-Amz-Credential': (f['X-Amz-Credential'] ?? '').replace(/^[^/]+/, 'NOBODY') }),
    }),
  },
  {
    name: 'an upload without a policy is refused',
    run: refused('bare', small, { tamper: (f) => ({ key: f.key ?? '', 'Content-Type': PDF }) }),
  },
  {
    name: 'the stored type is the agreed one',
    run: async (trial) => {
      const head = await trial.client.send(new HeadObjectCommand({ Bucket: trial.place.bucket, Key: keyOf(trial, 'ok') }));
      must(head.ContentType === PDF, `it is ${head.ContentType}`);
    },
  },
];

const downloads: ContractCheck[] = [
  {
    name: 'nobody reads without the keys',
    run: async (trial) => {
      const answer = await request(`${trial.endpoint}/${trial.place.bucket}/${keyOf(trial, 'ok')}`);
      must(answer.status === 403 || answer.status === 401, `answered ${told(answer)}`);
    },
  },
  {
    name: 'a part of a file can be read',
    run: async (trial) => {
      const part = await trial.client.send(
        new GetObjectCommand({ Bucket: trial.place.bucket, Key: keyOf(trial, 'ok'), Range: 'bytes=0-9' }),
      );
      const body = await part.Body?.transformToByteArray();
      must(body?.length === 10, `${body?.length} bytes came`);
    },
  },
];

const copies: ContractCheck[] = [
  {
    name: 'a copy keeps the bytes and takes its own type',
    run: async (trial) => {
      const Bucket = trial.place.bucket;
      const CopySource = `${Bucket}/${keyOf(trial, 'ok')}`;
      await trial.client.send(
        new CopyObjectCommand({ Bucket, Key: keyOf(trial, 'copy'), CopySource, MetadataDirective: 'REPLACE', ContentType: 'image/png' }),
      );
      const copy = await trial.client.send(new GetObjectCommand({ Bucket, Key: keyOf(trial, 'copy') }));
      must(Buffer.from((await copy.Body?.transformToByteArray()) ?? []).equals(Buffer.from(small)), 'the bytes differ');
      must(copy.ContentType === 'image/png', `its type is ${copy.ContentType}`);
    },
  },
  {
    name: 'a key in Cyrillic with a space is kept',
    run: async (trial) => {
      const name = 'Портфолио, файл 1.pdf';
      await trial.client.send(new PutObjectCommand({ Bucket: trial.place.bucket, Key: keyOf(trial, name), Body: small }));
      must((await sizeOf(trial, name)) === small.length, 'it was not found again');
    },
  },
  {
    name: 'what was stored is listed',
    run: async (trial) => {
      const { Contents = [] } = await trial.client.send(
        new ListObjectsV2Command({ Bucket: trial.place.bucket, Prefix: keyOf(trial, 'co') }),
      );
      must(Contents.length === 1 && Contents[0]?.Key === keyOf(trial, 'copy'), `${Contents.length} objects came`);
    },
  },
  {
    name: 'several are deleted at once',
    run: async (trial) => {
      const Objects = [{ Key: keyOf(trial, 'copy') }, { Key: keyOf(trial, 'most') }];
      await trial.client.send(new DeleteObjectsCommand({ Bucket: trial.place.bucket, Delete: { Objects } }));
      must((await sizeOf(trial, 'copy')) === undefined, 'the copy is still there');
    },
  },
];

const preflight = (trial: Trial, origin: string, method: string) =>
  request(`${trial.endpoint}/${trial.place.bucket}/`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'content-type' },
  });

const allows = (answer: Answer, origin: string) => [origin, '*'].includes(answer.headers.get('access-control-allow-origin') ?? '');

const pages: ContractCheck[] = [
  {
    name: 'pages of the site may upload (CORS)',
    ownBucketOnly: true,
    run: async (trial) => {
      const asked = await preflight(trial, trial.origin, 'POST');
      must(asked.status < 300 && allows(asked, trial.origin), `the question was answered ${told(asked)}`);
      const answer = await postForm(trial, 'cors', { body: small, headers: { origin: trial.origin } });
      must(allows(answer, trial.origin), 'the answer to the upload cannot be read by the page');
    },
  },
  {
    name: 'pages of other sites may not',
    ownBucketOnly: true,
    run: async (trial) => {
      const stranger = 'https://stranger.example';
      must(!allows(await preflight(trial, stranger, 'POST'), stranger), 'another site was allowed');
    },
  },
];

/** What the product relies on, in the order in which the checks build on each other. */
export const contract: ContractCheck[] = [...uploads, ...downloads, ...copies, ...pages];
