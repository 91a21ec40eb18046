import { describe, expect, test } from 'vitest';
import { problemSentence } from '@/messages/sentence';
import { dressedUpFiles, everydayFiles } from '@/testing/files/everyday';
import { fetchingFiles, selfContainedFiles } from '@/testing/files/fetching';
import { honestFiles } from '@/testing/files/honest';
import { honestLinks, hostileLinks } from '@/testing/files/links';
import { FIVE_MEBIBYTES } from '@/testing/files/make';
import { oddFiles } from '@/testing/files/odd';
import { hiddenInPdfs, wordyPdfs } from '@/testing/files/pdfStrings';
import { inspectApart } from './inspectors/pool';

const limits = { allowedExtensions: ['docx', 'doc', 'xls', 'xlsx', 'pdf', 'zip', 'jpg', 'gif', 'png'], maxBytes: FIVE_MEBIBYTES };
const hostile = [
  ...(await hostileLinks()),
  ...(await oddFiles()),
  ...(await fetchingFiles()),
  ...(await hiddenInPdfs()),
  ...(await dressedUpFiles()),
];
const honest = [
  ...(await honestFiles()),
  ...(await honestLinks()),
  ...(await selfContainedFiles()),
  ...(await wordyPdfs()),
  ...(await everydayFiles()),
];

describe(`${hostile.length} hostile files`, () => {
  test.each(hostile)('$trick: $code', async ({ name, bytes, code, params = {} }) => {
    const verdict = await inspectApart(bytes, name, limits);
    expect(verdict).toMatchObject({ ok: false, problem: { code, path: ['file'], params } });
    if (verdict.ok) return;
    for (const locale of ['ru', 'en'] as const) {
      const sentence = problemSentence(locale, verdict.problem.code, verdict.problem.params);
      expect(sentence).toMatch(/^[^{}]{10,}[.] [^{}]{10,}[.]$/);
      expect(sentence).not.toMatch(/none|undefined/);
    }
  });
});

describe(`${honest.length} honest files`, () => {
  test.each(honest.map((file, index) => ({ ...file, index })))('$index $name is accepted', async ({ name, bytes }) => {
    expect(await inspectApart(bytes, name, limits)).toMatchObject({ ok: true });
  });
});
