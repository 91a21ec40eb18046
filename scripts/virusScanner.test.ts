import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { askClamd, scan } from '@/server/storage/scan';
import { makeDocx, pack, repack } from '@/testing/files/office';
import { makePng } from '@/testing/files/pictures';
import { TEST_VIRUS } from '@/testing/files/testVirus';
import { startVirusScanner } from './services/virus-scanner.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attesta-clamav-'));
fs.chmodSync(folder, 0o755);
// no network and no clamd: nothing to try against, which the run shows as skipped
const scanner = await startVirusScanner({ folder, signatures: { 'Attesta.Test': TEST_VIRUS } }).catch((error: Error) => {
  console.warn(`Debian's clamd is not to be had here: ${error.message}`);
  return null;
});
afterAll(async () => {
  await scanner?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

test.runIf(scanner)(
  'Debian’s clamd, over its port and its socket, finds the test text alone, in a zip and in a docx, and nothing in good files',
  async () => {
    const docx = await makeDocx();
    const infected = [
      Buffer.from(TEST_VIRUS),
      pack({ 'Справка.txt': Buffer.from(TEST_VIRUS) }),
      repack(docx, (parts) => {
        parts['word/media/image1.png'] = Buffer.from(TEST_VIRUS);
      }),
    ];
    for (const address of scanner?.addresses ?? []) {
      expect(await askClamd(address, 'PING')).toBe('PONG');
      for (const bytes of infected) expect(await scan(bytes, address)).toEqual({ state: 'INFECTED', signature: 'Attesta.Test.UNOFFICIAL' });
      for (const bytes of [docx, makePng(), Buffer.alloc(5_242_880)]) expect(await scan(bytes, address)).toEqual({ state: 'CLEAN' });
    }
  },
);
