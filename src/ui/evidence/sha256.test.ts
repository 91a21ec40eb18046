import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestOf, sha256 } from './sha256';

describe('sha256 without the browser’s own', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 300_000])('%i bytes', (length) => {
    const bytes = randomBytes(length);
    expect(Buffer.from(digestOf(new Uint8Array(bytes))).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('agrees with the browser’s own', async () => {
    const bytes = randomBytes(70_000);
    expect(await sha256(new Blob([new Uint8Array(bytes)]))).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});
