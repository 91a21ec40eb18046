import fs from 'node:fs';
import type { Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listenAsClamd } from '@/testing/clamd';
import { askClamd, listenerOf } from './scan';

process.env.LOG_LEVEL = 'silent';
const { scan } = await import('./scan');

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});
const listen = async (behave: (socket: Socket, stream: Buffer) => void, at?: string) => {
  const listener = await listenAsClamd(behave, at);
  closers.push(listener.close);
  return listener;
};

const answering = (answer: string) => (socket: Socket) => void socket.end(answer);

describe('what the scanner says', () => {
  it.each([
    ['stream: OK\0', { state: 'CLEAN' }],
    ['stream: Attesta.Test FOUND\0', { state: 'INFECTED', signature: 'Attesta.Test' }],
    ['stream: OK FOUND\0', { state: 'INFECTED', signature: 'OK' }],
    ['INSTREAM size limit exceeded. ERROR\0', { state: 'UNCHECKED' }],
    ['stream: OK', { state: 'UNCHECKED' }],
    ['stream: Attesta.Test FOU', { state: 'UNCHECKED' }],
    ['stream: OK and more\0', { state: 'UNCHECKED' }],
    ['', { state: 'UNCHECKED' }],
    ['HTTP/1.1 200 OK\r\n\r\n', { state: 'UNCHECKED' }],
    ['stream: OK\0'.padStart(5_000, 'x'), { state: 'UNCHECKED' }],
  ])('%j', async (answer, said) => {
    const { url } = await listen(answering(answer));
    expect(await scan(Buffer.from('a file'), url)).toEqual(said);
  });
});

it('sends every byte once, an empty file too, over a port and over a socket', async () => {
  const socket = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'attesta-clamd-')), 'clamd.ctl');
  for (const at of [undefined, socket]) {
    const { url, received } = await listen(answering('stream: OK\0'), at);
    const files = [Buffer.alloc(0), Buffer.from('a'), Buffer.alloc(5_242_880, 'Файл')];
    for (const file of files) expect(await scan(file, url)).toEqual({ state: 'CLEAN' });
    expect(received.map((bytes, i) => bytes.equals(files[i] ?? Buffer.alloc(1)))).toEqual([true, true, true]);
  }
});

it('leaves a file unchecked where no scanner is set, none listens, it falls silent, or says a letter now and then', async () => {
  expect(await scan(Buffer.from('a'), undefined)).toEqual({ state: 'UNCHECKED' });
  expect(await scan(Buffer.from('a'), 'tcp://127.0.0.1:1')).toEqual({ state: 'UNCHECKED' });
  const { url } = await listen(() => undefined);
  await expect(askClamd(url, 'INSTREAM', Buffer.from('a'), 100)).rejects.toThrow('silent');
  const dripping = await listen((socket) => {
    const drip = setInterval(() => socket.write('s'), 20);
    socket.on('close', () => clearInterval(drip));
  });
  await expect(askClamd(dripping.url, 'INSTREAM', Buffer.from('a'), 200)).rejects.toThrow('too long');
});

it.each([
  ['tcp://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['tcp://clamav.example.org:3310/', { host: 'clamav.example.org', port: 3310 }],
  ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
  ['unix:///run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
])('%s', (address, listener) => {
  expect(listenerOf(address)).toEqual(listener);
});
