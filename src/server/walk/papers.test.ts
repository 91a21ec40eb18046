import { PDFDocument } from 'pdf-lib';
import { expect, it } from 'vitest';
import { inspect } from '../storage/inspect';
import { demoPaper, sha256 } from './papers';

it('a paper of a walk is a good PDF of one page, of its own for every number', async () => {
  const papers = Array.from({ length: 200 }, (_, seed) => demoPaper(seed));
  expect(new Set(papers.map(sha256)).size).toBe(200);
  for (const bytes of papers.slice(0, 3)) {
    expect(await inspect(bytes, 'paper.pdf', { allowedExtensions: ['pdf'], maxBytes: 10_000 })).toMatchObject({ ok: true });
    // Another program reads it, and finds nothing to repair.
    const read = await PDFDocument.load(bytes, { throwOnInvalidObject: true });
    expect(read.getPages().map((page) => page.getSize())).toEqual([{ width: 420, height: 595 }]);
  }
});
