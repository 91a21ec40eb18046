import { z } from 'zod';

const url = (example: string) => z.string().regex(/^[a-z0-9+]+:\/\//, `an address like ${example}`);

const schema = z.object({
  DATABASE_URL: url('postgresql://user:password@host:5432/attesta'),
  S3_ENDPOINT: url('https://storage.example.org'),
  S3_PUBLIC_ENDPOINT: url('https://storage.example.org'),
  S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{2,62}$/, 'a bucket name, e.g. attesta'),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1, 'the access key of the store'),
  S3_SECRET_ACCESS_KEY: z.string().min(1, 'the secret key of the store'),
  SMTP_URL: url('smtp://user:password@mail.example.org:587'),
  MAIL_FROM: z.string().min(3, 'an address like "Attesta <noreply@example.org>"'),
  MAILBOX_URL: z.string().optional(),
  APP_URL: url('https://attesta.example.org'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  NEXTAUTH_SECRET: z.string().min(32, 'a random text of at least 32 characters'),
  DEMO: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});

export type Env = z.infer<typeof schema>;

/** Reads and checks the environment; a missing or malformed variable stops the start with its name and what it should look like. */
export function readEnv(from: NodeJS.ProcessEnv): Env {
  const parsed = schema.safeParse(from);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete (see .env.example):\n${lines.join('\n')}`);
}

let known: Env | undefined;

/** The checked environment of this process, read on first use: a build needs none. */
export const env: Env = new Proxy({} as Env, {
  get: (_, name: keyof Env) => {
    known ??= readEnv(process.env);
    return known[name];
  },
});
