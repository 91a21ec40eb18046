import { describe, expect, it } from 'vitest';
import { env } from '@/server/env';
import { seal } from '@/server/seal';
import { ADDRESS_SECONDS, makeAddress, readAddress } from './address';
import { safetyHeaders } from './headers';
import { readRange } from './range';

const APP_URL = 'http://localhost:3000';
process.env.APP_URL = APP_URL;
process.env.REGION_HOSTS = 'north.example.org=north,south.example.org:81=south';

const FILE = { key: 'evidence/made-up/1', name: 'Справка Вострикова.pdf', contentType: 'application/pdf', size: 100 };
const sealedOf = (url: string) => new URL(url).pathname.slice(1);

describe('the address of a file', () => {
  it('lies on the files’ own origin and says neither key nor name', () => {
    const { url, expiresAt } = makeAddress(FILE, 'VIEW', 0);
    expect(new URL(url).origin).toBe(new URL(env.FILES_URL).origin);
    expect(url).not.toMatch(/evidence|made-up|pdf|%/);
    expect(Buffer.from(sealedOf(url), 'base64url').toString('latin1')).not.toMatch(/evidence|pdf/);
    expect(expiresAt).toEqual(new Date(ADDRESS_SECONDS * 1000));
  });

  it('serves for five minutes, to the millisecond, as often as it is asked', () => {
    const sealed = sealedOf(makeAddress(FILE, 'VIEW', 0).url);
    expect(readAddress(sealed, 0)).toEqual({ ...FILE, disposition: 'inline' });
    expect(readAddress(sealed, 299_999)).toEqual({ ...FILE, disposition: 'inline' });
    expect(readAddress(sealed, 300_000)).toBe('expired');
  });

  it('saves what browsers may not show, whatever was asked for', () => {
    const shown = (contentType: string, as: 'VIEW' | 'DOWNLOAD') => readAddress(sealedOf(makeAddress({ ...FILE, contentType }, as).url));
    expect(shown('image/png', 'VIEW')).toMatchObject({ disposition: 'inline' });
    expect(shown('image/png', 'DOWNLOAD')).toMatchObject({ disposition: 'attachment' });
    expect(shown('application/zip', 'VIEW')).toMatchObject({ disposition: 'attachment' });
    expect(shown('text/html', 'VIEW')).toMatchObject({ disposition: 'attachment' });
  });

  it('is nothing once one letter differs, also in the last one, whose bits decode to the same bytes', () => {
    const sealed = sealedOf(makeAddress(FILE, 'VIEW').url);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = 0; at < sealed.length; at += 7)
      expect(readAddress(sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1))).toBe('unknown');
    for (const last of letters)
      expect(readAddress(sealed.slice(0, -1) + last)).toEqual(sealed.endsWith(last) ? expect.any(Object) : 'unknown');
  });

  it.each(['', 'x', '../health', 'a'.repeat(15_000), '%00', '{}'])('«%.20s» is no address', (text) => {
    expect(readAddress(text)).toBe('unknown');
  });

  it('cannot be made from another sealed text of this installation, nor from junk that was sealed', () => {
    expect(readAddress(seal('letter secret', JSON.stringify({ ...FILE, expiresAt: Date.now() + 1000 })))).toBe('unknown');
    expect(readAddress(seal('file address', 'no json'))).toBe('unknown');
  });
});

describe('a range of 100 bytes', () => {
  it.each([
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=10-', { first: 10, last: 99 }],
    ['bytes=90-1000', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-1000', { first: 0, last: 99 }],
    ['bytes=100-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=20-10', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['lines=1-2', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=99999999999999999999-', 'whole'],
    [undefined, 'whole'],
  ] as const)('%s', (header, part) => {
    expect(readRange(header, 100)).toEqual(part);
  });
});

it('pages of the site may frame a file, also under the host names of its regions, and no others', () => {
  expect(safetyHeaders()['Content-Security-Policy']).toBe(
    `sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors ${APP_URL} http://north.example.org:3000 http://south.example.org:81`,
  );
});
