import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { afterAll, expect, it } from 'vitest';
import { start, stopAll } from '../lib/children.mjs';
import { closeToOthers } from '../lib/private.mjs';
import { startIdentityProvider } from './identity.mjs';
import { startMailbox } from './mailbox.mjs';

/** What a demo keeps to itself: letters and logs to their owner, the mailbox and the invented portal to this machine. */

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attesta-closed-'));
afterAll(async () => {
  await stopAll();
  fs.rmSync(folder, { recursive: true });
});

const modeOf = (file: string) => (fs.statSync(file).mode & 0o777).toString(8);
/** Addresses of this machine that others reach it by. */
const outward = Object.values(os.networkInterfaces()).flatMap((list) => (list ?? []).filter(({ internal }) => !internal));
const opens = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect({ port, host, timeout: 2_000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
async function expectThisMachineOnly(port: number) {
  expect(await opens(port, '127.0.0.1')).toBe(true);
  for (const { address } of outward) expect(await opens(port, address), address).toBe(false);
}

it('files that lay open from earlier are closed, their folders too', () => {
  const mail = path.join(folder, 'earlier');
  fs.mkdirSync(path.join(mail, 'attachments'), { recursive: true, mode: 0o755 });
  for (const name of ['a.eml', 'attachments/b.pdf']) fs.writeFileSync(path.join(mail, name), 'x', { mode: 0o644 });
  closeToOthers(mail);
  expect(['', 'attachments', 'a.eml', 'attachments/b.pdf'].map((name) => modeOf(path.join(mail, name)))).toEqual([
    '700',
    '700',
    '600',
    '600',
  ]);
});

it('a log is its owner’s, also one that lay open', async () => {
  const log = path.join(folder, 'log/web.log');
  fs.mkdirSync(path.dirname(log));
  fs.writeFileSync(log, 'earlier\n', { mode: 0o644 });
  const child = start('web', process.execPath, ['-e', "console.log('now')"], { log });
  await child.exited;
  expect(fs.readFileSync(log, 'utf8')).toBe('earlier\nnow\n');
  expect([modeOf(log), modeOf(path.dirname(log))]).toEqual(['600', '700']);
});

it('the mailbox answers this machine only, and its letters are their owner’s', async () => {
  const mailbox = await startMailbox({ dataFolder: folder, preferredPagePort: undefined, preferredSmtpPort: undefined });
  await expectThisMachineOnly(Number(new URL(mailbox.page).port));
  await expectThisMachineOnly(Number(new URL(mailbox.smtpUrl).port));
  const letter = { from: 'a@example.org', to: 'b@example.org', subject: 'Пароль', text: 'одноразовый' };
  await nodemailer.createTransport({ url: mailbox.smtpUrl, ignoreTLS: true }).sendMail(letter);
  const letters = () => fs.readdirSync(path.join(folder, 'mail')).filter((name) => name.endsWith('.eml'));
  for (let tries = 0; tries < 100 && letters().length === 0; tries += 1) await new Promise((done) => setTimeout(done, 50));
  expect(letters().map((name) => modeOf(path.join(folder, 'mail', name)))).toEqual(['600']);
  await mailbox.stop();
}, 60_000);

it('the invented portal answers this machine only, wherever the site is', async () => {
  const portal = await startIdentityProvider({ preferredPort: undefined, siteHost: 'attesta.example.org' });
  const { hostname, port } = new URL(portal.variables?.OIDC_ISSUER ?? '');
  expect(hostname).toBe('localhost');
  await expectThisMachineOnly(Number(port));
  await portal.stop();
});
