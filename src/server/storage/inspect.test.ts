import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemSentence } from '@/messages/sentence';
import { FIVE_MEBIBYTES, goodFiles, hostileFiles, pdfOfSize } from '@/testing/files/make';
import { pack } from '@/testing/files/office';
import { inspect } from './inspect';

const limits = { allowedExtensions: ['docx', 'doc', 'xls', 'xlsx', 'pdf', 'zip', 'jpg', 'gif', 'png'], maxBytes: FIVE_MEBIBYTES };
const good = await goodFiles();
const hostile = await hostileFiles();

describe('what counts as a good file', () => {
  test.each(good)('$name is accepted', async ({ name, bytes }) => {
    const extension = name.slice(name.lastIndexOf('.') + 1).replace('jpeg', 'jpg');
    expect(await inspect(bytes, name, limits)).toMatchObject({ ok: true, extension });
  });

  test.each(hostile)('$trick is refused: $code', async ({ name, bytes, code, params = {} }) => {
    expect(await inspect(bytes, name, limits)).toMatchObject({ ok: false, problem: { code, path: ['file'], params } });
  });

  test.each(hostile)('$trick: the sentence names the cause and the cure in both languages', async ({ name, bytes }) => {
    const verdict = await inspect(bytes, name, limits);
    if (verdict.ok) throw new Error('accepted');
    for (const locale of ['ru', 'en'] as const) {
      const sentence = problemSentence(locale, verdict.problem.code, verdict.problem.params);
      expect(sentence).toMatch(/^[^{}]{10,}[.] [^{}]{10,}[.]$/);
      expect(sentence).not.toMatch(/none|undefined/);
    }
  });

  test('a file in an archive is named even when its name looks like a day', async () => {
    const verdict = await inspect(pack({ '2026-11-16 приказ.exe': Buffer.from('MZ') }), 'a.zip', limits);
    if (verdict.ok) throw new Error('accepted');
    expect(problemSentence('ru', verdict.problem.code, verdict.problem.params)).toContain('«2026-11-16 приказ.exe»');
  });

  test('exactly 5 MiB is accepted', async () => {
    const { name, bytes } = pdfOfSize();
    expect(bytes.length).toBe(5_242_880);
    expect(await inspect(bytes, name, limits)).toMatchObject({ ok: true });
  });

  test('a type that this indicator does not take is refused with the list of those it takes', async () => {
    const [docx] = good;
    const verdict = await inspect(docx?.bytes ?? Buffer.alloc(0), 'План.docx', { ...limits, allowedExtensions: ['jpg', 'gif', 'png'] });
    expect(verdict).toMatchObject({
      ok: false,
      problem: { code: 'FILE_TYPE_NOT_ALLOWED', params: { extension: 'docx', allowed: 'jpg, gif, png' } },
    });
  });

  test('bytes that were changed or cut anywhere are accepted or refused, never thrown over, and quickly', async () => {
    const changed = fc.record({
      file: fc.constantFrom(...good, ...hostile.filter(({ bytes }) => bytes.length < 100_000)),
      edits: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      keep: fc.double({ min: 0.2, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(changed, async ({ file, edits, keep }) => {
        const bytes = Buffer.from(file.bytes.subarray(0, Math.ceil(file.bytes.length * keep)));
        for (const [where, value] of edits) if (bytes.length > 0) bytes[Math.floor(where * (bytes.length - 1))] = value;
        const started = performance.now();
        await inspect(bytes, file.name, limits);
        expect(performance.now() - started).toBeLessThan(2_000);
      }),
      { numRuns: 3_000 },
    );
  }, 60_000);
});
