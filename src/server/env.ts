import { z } from 'zod';
import { isProxyList } from './trustedProxies';

/** A text that must match, with one sentence for "missing" and "malformed": what it should look like. */
const like = (pattern: RegExp, look: string) => z.string(`is missing; it is ${look}`).regex(pattern, `is malformed; it is ${look}`);
const webAddress = /^https?:\/\/[^\s/?#]+\/?$/;

/** At most the twelve hours that a session lives at all. */
const IDLE = 'is malformed; it is minutes from 0 to 720, 0 for no end';
const idle = z.coerce.number(IDLE).int().min(0, IDLE).max(720, IDLE);

const schema = z.object({
  DATABASE_URL: like(/^postgres(ql)?:\/\/\S+\/\S+$/, 'the address of a database, like postgresql://user:password@host:5432/attesta'),
  S3_ENDPOINT: like(webAddress, 'the address at which this machine reaches the object store, like https://storage.example.org'),
  S3_PUBLIC_ENDPOINT: like(webAddress, 'the address at which browsers reach the object store, like https://storage.example.org'),
  S3_BUCKET: like(/^[a-z0-9][a-z0-9.-]{2,62}$/, 'the name of a bucket: 3 to 63 small letters, digits, dots and hyphens, like attesta'),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: like(/^\S+$/, "the store's access key"),
  S3_SECRET_ACCESS_KEY: like(/^\S+$/, "the store's secret key"),
  SMTP_URL: like(/^smtps?:\/\/\S+$/, 'the address of a mail server, like smtp://user:password@mail.example.org:587'),
  MAIL_FROM: like(/^[^@]*<?[^\s@<>]+@[^\s@<>]+>?$/, 'the sender of the letters, like Attesta <noreply@example.org>'),
  MAILBOX_URL: like(/^https?:\/\//, 'the page of the local mailbox, like http://localhost:1080').optional(),
  APP_URL: like(webAddress, 'the address of the site as people type it, like https://attesta.example.org'),
  TRUSTED_PROXIES: z
    .string()
    .refine(isProxyList, 'is malformed; it is addresses and networks of our own proxies, like 10.0.0.0/8,192.0.2.7, or none')
    .default('loopback,linklocal,uniquelocal'),
  FILES_URL: like(webAddress, 'the address at which browsers read files, on a host of its own, like https://files.example.org'),
  FILES_PORT: z.coerce.number('is malformed; it is a port from 1 to 65535').int().min(1).max(65535).default(3001),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('is malformed; it is a port from 1 to 65535').int().min(1).max(65535).default(3000),
  NEXTAUTH_SECRET: like(/^.{32,}$/, 'a random text of at least 32 characters, like the output of: openssl rand -hex 32'),
  REGION_HOSTS: like(
    /^[^\s=,]+=[a-z0-9-]+(,[^\s=,]+=[a-z0-9-]+)*$/,
    'host names and the regions they speak of, like north.example.org=north',
  ).optional(),
  OIDC_ISSUER: like(
    /^https?:\/\/[^\s?#]+$/,
    'the address of the OpenID Connect provider people sign in through, like https://id.example.org',
  ).optional(),
  OIDC_CLIENT_ID: like(/^\S+$/, "this site's name at the provider").optional(),
  OIDC_CLIENT_SECRET: like(/^\S+$/, "this site's secret at the provider").optional(),
  OIDC_LABEL: z.string().optional(),
  CLAMD_URL: like(
    /^(tcp:\/\/[^\s/:]+:\d{1,5}|tcp:\/\/\[[\da-f:]+\]:\d{1,5}|unix:\/\/\/\S+)\/?$/,
    'the address of a ClamAV daemon, like tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl',
  ).optional(),
  IDLE_MINUTES: idle.default(30),
  IDLE_MINUTES_TEACHER: idle.default(0),
  DEMO: z.enum(['0', '1'], 'is malformed; it is 1 for a demo with one-press sign-in, else 0').default('0'),
  LOG_LEVEL: z
    .enum(
      ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'],
      'is malformed; it is one of silent, fatal, error, warn, info, debug, trace',
    )
    .default('info'),
});

export type Env = z.infer<typeof schema>;

/** Reads and checks the environment; a missing or malformed variable stops the start with its name and what it should look like. */
export function readEnv(from: NodeJS.ProcessEnv): Env {
  const filled = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new Error(`The environment is not complete (see .env.example):\n${lines.join('\n')}`);
}

/** `next build` loads the modules of every route, but serves nobody: there it is enough that the required variables have some value. */
const whileBuilding = {
  DATABASE_URL: 'postgresql://localhost/build',
  S3_ENDPOINT: 'http://localhost',
  S3_PUBLIC_ENDPOINT: 'http://localhost',
  S3_BUCKET: 'build',
  S3_ACCESS_KEY_ID: 'build',
  S3_SECRET_ACCESS_KEY: 'build',
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'build@localhost',
  APP_URL: 'http://localhost',
  FILES_URL: 'http://localhost',
  NEXTAUTH_SECRET: '-'.repeat(32),
};

let known: Env | undefined;

/** The checked environment of this process, read on first use. */
export const env: Env = new Proxy({} as Env, {
  get: (_, name: keyof Env) => {
    known ??= readEnv(process.env.NEXT_PHASE === 'phase-production-build' ? { ...whileBuilding, ...process.env } : process.env);
    return known[name];
  },
});
