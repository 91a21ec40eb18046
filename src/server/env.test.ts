import { describe, expect, test } from 'vitest';
import { readEnv } from './env';

const complete = {
  NODE_ENV: 'test' as const,
  DATABASE_URL: 'postgresql://attesta:secret@127.0.0.1:5433/attesta',
  S3_ENDPOINT: 'http://127.0.0.1:9000',
  S3_PUBLIC_ENDPOINT: 'http://localhost:9000',
  S3_BUCKET: 'attesta',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'secret',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  MAIL_FROM: 'Аттестация педкадров <attesta@example.org>',
  APP_URL: 'http://localhost:3000',
  FILES_URL: 'http://localhost:3001',
  NEXTAUTH_SECRET: 'x'.repeat(32),
};

describe('the environment', () => {
  test('takes the rest from defaults', () => {
    expect(readEnv(complete)).toMatchObject({
      PORT: 3000,
      FILES_PORT: 3001,
      HOST: '127.0.0.1',
      DEMO: '0',
      S3_REGION: 'us-east-1',
      LOG_LEVEL: 'info',
    });
    expect(readEnv(complete)).toMatchObject({ IDLE_MINUTES: 30, IDLE_MINUTES_TEACHER: 0 });
  });

  test('names every missing variable and what it should look like', () => {
    const { DATABASE_URL: _database, SMTP_URL: _mail, ...rest } = complete;
    expect(() => readEnv(rest)).toThrow(/DATABASE_URL is missing; it is .*postgresql:\/\/[\s\S]*SMTP_URL is missing; it is .*smtp:\/\//);
  });

  test('an empty variable is a missing one', () => {
    expect(() => readEnv({ ...complete, S3_BUCKET: '' })).toThrow(/S3_BUCKET is missing/);
  });

  test.each([
    ['DATABASE_URL', 'mysql://host/db', 'postgresql://'],
    ['S3_ENDPOINT', 'storage.example.org', 'https://'],
    ['S3_BUCKET', 'Attesta Files', 'small letters'],
    ['APP_URL', 'http://localhost:3000/site', 'as people type it'],
    ['FILES_URL', 'http://localhost:3001/files', 'on a host of its own'],
    ['FILES_PORT', '0', '65535'],
    ['PORT', '99999', '65535'],
    ['PORT', 'http', '65535'],
    ['NEXTAUTH_SECRET', 'short', '32'],
    ['DEMO', 'yes', '1 for a demo'],
    ['MAIL_FROM', 'nobody', 'noreply@example.org'],
    ['LOG_LEVEL', 'loud', 'silent'],
    ['IDLE_MINUTES', '-1', '0 to 720'],
    ['IDLE_MINUTES_TEACHER', 'soon', '0 to 720'],
  ])('%s=%s is refused by name', (name, value, hint) => {
    expect(() => readEnv({ ...complete, [name]: value })).toThrow(new RegExp(`${name} .*${hint}`));
  });
});
