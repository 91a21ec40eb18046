import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatDay } from '@/domain/days';
import type { Region } from '@/generated/prisma/client';
import { RequestAccessDocument } from '@/gql/graphql';
import { headerOf, textOf } from '@/testing/smtp';
import { anonymous, codesOf, dataOf, makeAccount, makePlace, makeRegion } from '@/testing/viewers';
import { filled, person, submit } from '../../../graphql/application/application.fixture';
import { verifyPassword } from '../auth/passwords';
import { execute } from '../execute';
import { isoDay } from '../facts';
import { newId } from '../ids';
import { boss } from '../jobs/queue';
import { enqueueQueued } from '../jobs/requeue';
import { work } from '../jobs/work';
import { prisma } from '../prisma';
import { getCurrentProcedure } from '../procedures';
import { SECRET_MARK } from './letters';
import { messageId, sendLetter } from './send';

// The address of the mail server must be known before anything reads the environment.
const mail = await vi.hoisted(async () => {
  const { TestMailServer } = await import('../../testing/smtp');
  const server = new TestMailServer();
  await server.start();
  process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}`;
  return server;
});

let region: Region;
beforeAll(async () => {
  region = await makeRegion();
});
beforeEach(() => {
  mail.letters.length = 0;
  mail.delayMs = 0;
  mail.silent = false;
  mail.unknown.clear();
});
afterAll(() => mail.stop());

/** A letter with a one-time password, written by a request for access. */
async function requestAccess(email: string, language: 'ru' | 'en' = 'ru') {
  const { requestAccess: payload } = dataOf(await execute(RequestAccessDocument, { email }, await anonymous(region, language)));
  expect(codesOf(payload)).toEqual([]);
  return prisma.notification.findFirstOrThrow({ where: { email, event: 'account.credentials_issued' } });
}
const letterRow = (id: string) => prisma.notification.findUniqueOrThrow({ where: { id } });
const sentTo = (address: string) => mail.letters.filter((letter) => headerOf(letter, 'To')?.includes(address));
const until = async (ready: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 200 && !(await ready()); tries += 1) await new Promise((done) => setTimeout(done, 50));
};

describe('a letter', () => {
  it('is given up for now when the mail server takes the call and says nothing for ten seconds', async () => {
    const { id } = await requestAccess('silent@example.org');
    mail.silent = true;
    const began = performance.now();
    await expect(sendLetter(id)).rejects.toThrow();
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(await letterRow(id)).toMatchObject({ status: 'QUEUED', attempts: 1 });
  });

  it('waits while the mail server is down and leaves later under the same Message-ID', async () => {
    const { id } = await requestAccess('down@example.org');
    await mail.stop();
    await expect(sendLetter(id)).rejects.toThrow();
    await expect(sendLetter(id)).rejects.toThrow();
    expect(await letterRow(id)).toMatchObject({ status: 'QUEUED', attempts: 2, sentAt: null });
    await mail.start();
    await sendLetter(id);
    expect(await letterRow(id)).toMatchObject({ status: 'SENT', attempts: 3, response: expect.stringContaining('250') });
    // The process died after the server took the letter and before that was written down: it goes again, and is recognisable.
    await prisma.notification.update({ where: { id }, data: { status: 'QUEUED' } });
    await sendLetter(id);
    expect(sentTo('down@example.org').map((letter) => headerOf(letter, 'Message-ID'))).toEqual([messageId(id), messageId(id)]);
  });

  it('is sent once when two workers take it at the same time, and never again', async () => {
    const { id } = await requestAccess('twice@example.org');
    mail.delayMs = 300;
    await Promise.all([sendLetter(id), sendLetter(id), sendLetter(id)]);
    await sendLetter(id);
    expect(sentTo('twice@example.org')).toHaveLength(1);
    expect(await letterRow(id)).toMatchObject({ status: 'SENT', attempts: 1 });
  });

  it('to a .рф address goes in the letters of the network, which every mail server takes', async () => {
    dataOf(await execute(RequestAccessDocument, { email: ' Belousova@Школа12.рф ' }, await anonymous(region)));
    const email = 'belousova@xn--12-6kc3bfr2e.xn--p1ai';
    const { id } = await prisma.notification.findFirstOrThrow({ where: { email } });
    await sendLetter(id);
    expect(sentTo(email)).toHaveLength(1);
    expect(await letterRow(id)).toMatchObject({ status: 'SENT', response: expect.stringContaining('250') });
  });

  it('to an address the server refuses for good is given up, its secret with it', async () => {
    const { id } = await requestAccess('nobody@example.org');
    mail.unknown.add('nobody@example.org');
    await sendLetter(id);
    expect(await letterRow(id)).toMatchObject({ status: 'FAILED', secret: null, response: expect.stringContaining('550') });
    await sendLetter(id);
    expect(await letterRow(id)).toMatchObject({ attempts: 1 });
  });

  it('[SM-05] carries the one-time password that is sealed until it leaves and gone afterwards', async () => {
    const { id, body, secret, accountId } = await requestAccess('secret@example.org');
    const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId ?? '' } });
    expect(body).toContain(SECRET_MARK);
    expect(secret).not.toBeNull();
    await sendLetter(id);
    const [letter = ''] = sentTo('secret@example.org');
    const text = textOf(letter);
    const words = text.split(/\s+/).filter((word) => /^[a-z0-9]{10}$/.test(word));
    const right = await Promise.all(words.map((word) => verifyPassword(account.passwordHash, word)));
    const password = words[right.indexOf(true)] ?? 'none';
    expect(right.filter(Boolean)).toHaveLength(1);
    expect(text).toContain(account.login);
    const kept = await letterRow(id);
    expect(kept.secret).toBeNull();
    // Neither before nor afterwards does the stored letter hold it.
    expect(JSON.stringify([body, secret, kept.body])).not.toContain(password);
  });

  it.each(['ru', 'en'] as const)('says until which day and hour the credentials of it open the cabinet, in %s', async (language) => {
    const { body, accountId } = await requestAccess(`until-${language}@example.org`, language);
    const { untilDate } = await prisma.deadline.findFirstOrThrow({ where: { accountId, termId: 'credentials_life', status: 'RUNNING' } });
    const day = formatDay(isoDay(untilDate), language);
    expect(body).toContain(language === 'ru' ? `до 23:59 ${day} по самарскому времени` : `by 23:59 of ${day}, Samara time`);
    expect(body).not.toContain('{{');
  });
});

describe('the language of a letter', () => {
  it('is the one its reader chose, whoever caused it', async () => {
    const place = await makePlace(region);
    const head = await person('SCHOOL_HEAD', region, { place, account: await makeAccount({ language: 'ru' }) });
    const who = await person('TEACHER', region, { account: await makeAccount({ language: 'en' }) });
    const { id } = await filled(region, {}, { who, place });
    expect(codesOf(await submit(who, id))).toEqual([]);
    const letters = await prisma.notification.findMany({ where: { applicationId: id } });
    const to = (accountId: string) => letters.find((letter) => letter.accountId === accountId);
    expect(to(who.account.id)?.subject).toMatch(/^[\x20-\x7e]+$/);
    expect(to(head.account.id)?.subject).toMatch(/[а-я]/);
  });
});

describe('workers', () => {
  const worker = async () => {
    await boss(); // the queues exist
    const jobs = new PgBoss({ connectionString: process.env.DATABASE_URL ?? '', max: 4 });
    await jobs.start();
    await work(jobs);
    return jobs;
  };

  it('two of them send every letter once; a bad address holds up no other', async () => {
    const addresses = Array.from({ length: 8 }, (_, k) => `crowd-${k}@example.org`);
    mail.unknown.add('crowd-3@example.org');
    mail.delayMs = 30;
    for (const address of addresses) await requestAccess(address);
    const both = [await worker(), await worker()];
    await until(async () => (await prisma.notification.count({ where: { email: { startsWith: 'crowd-' }, status: 'QUEUED' } })) === 0);
    for (const jobs of both) await jobs.stop({ graceful: true });
    expect(addresses.map((address) => sentTo(address).length)).toEqual([1, 1, 1, 0, 1, 1, 1, 1]);
  }, 60_000);

  it('a stop waits for the letter that is on its way', async () => {
    const { id } = await requestAccess('stopping@example.org');
    mail.delayMs = 1_500;
    const jobs = await worker();
    await until(async () => {
      const [row] = await prisma.$queryRaw<{ n: number }[]>`
        select count(*)::int as n from pgboss.job where state = 'active' and data->>'notificationId' = ${id}`;
      return row?.n === 1;
    });
    await jobs.stop({ graceful: true, timeout: 20_000 });
    expect(await letterRow(id)).toMatchObject({ status: 'SENT' });
  }, 60_000);
});

describe('the sweep', () => {
  it('finds letters whose job was lost, and queues none that has one', async () => {
    const { id } = await requestAccess('lost@example.org');
    const waiting = await requestAccess('waiting@example.org');
    const long = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await prisma.notification.updateMany({ where: { id: { in: [id, waiting.id] } }, data: { createdAt: long } });
    await prisma.$executeRaw`delete from pgboss.job where data->>'notificationId' = ${id}`;
    await enqueueQueued(new Date());
    await enqueueQueued(new Date());
    const rows = await prisma.$queryRaw<{ letter: string; n: number }[]>`
      select data->>'notificationId' as letter, count(*)::int as n from pgboss.job
      where state <= 'active' and data->>'notificationId' in (${id}, ${waiting.id}) group by 1`;
    expect(Object.fromEntries(rows.map(({ letter, n }) => [letter, n]))).toEqual({ [id]: 1, [waiting.id]: 1 });
  });
});

/** A header with its encoded words (RFC 2047) read. */
const decoded = (header: string | undefined) =>
  (header ?? '').replace(/\?=\s+=\?/g, '?==?').replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString()
      : Buffer.from(
          text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString(),
  );

describe('the sender of a letter', () => {
  it('is the region’s own: Samara’s attestation of teaching staff, elsewhere the region’s system; the address is the installation’s', async () => {
    const { id } = await requestAccess('sender@example.org');
    await sendLetter(id);
    const elsewhere = await makeRegion('tomsk');
    const row = await letterRow(id);
    const { id: other } = await prisma.notification.create({
      data: { ...row, id: newId(), regionId: elsewhere.id, email: 'sender-2@example.org', status: 'QUEUED', sentAt: null, secret: null },
    });
    await sendLetter(other);
    const fromOf = (address: string) => headerOf(sentTo(address)[0] ?? '', 'From');
    expect(decoded(fromOf('sender@example.org'))).toMatch(/^Аттестация педкадров <[^@]+@/);
    const { procedure } = await getCurrentProcedure(elsewhere.id);
    expect(decoded(fromOf('sender-2@example.org'))).toContain(procedure.system.label.ru.slice(0, 20));
    expect(decoded(fromOf('sender-2@example.org'))).not.toContain('педкадров');
  });
});
