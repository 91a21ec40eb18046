import { describe, expect, it } from 'vitest';
import { problemSentence } from '@/messages/sentence';
import { formatFileSize } from '@/ui/kit/format';
import { acceptOf, adviceFor, canonicalExtensions, EXTENSIONS, extensionOf, shownExtensions } from './fileKinds';

it.each(['a.jpg', 'a.JPG', 'a.jpeg', 'a.jfif', 'a.JFIF', 'a.jpe'])('%s is a jpg', (name) => expect(extensionOf(name)).toBe('jpg'));
it('lists each kind once, a JPEG under the two names people know', () => {
  expect(canonicalExtensions(['jpeg', 'jpg', 'JFIF', 'pdf'])).toEqual(['jpg', 'pdf']);
  expect(shownExtensions(['jpg', 'pdf'])).toEqual(['jpg', 'jpeg', 'pdf']);
});
it('lets a picker offer every ending of a JPEG', () =>
  expect(acceptOf(['jpg', 'jpeg', 'pdf'])).toBe('.jpg,.jpeg,.jfif,.jpe,image/jpeg,.pdf,application/pdf'));

describe('advice can be followed', () => {
  const PLACES = [['jpg', 'gif', 'png'], ['pdf'], ['pdf', 'jpg', 'png'], ['docx', 'doc', 'xls', 'xlsx', 'jpg'], [...EXTENSIONS]];
  const REFUSALS = [
    ['FILE_TOO_LARGE', { size: 6_400_000, max: 5_242_880 }],
    ['FILE_TOO_LARGE', { reason: 'pixels' }],
    ['FILE_HAS_MACROS', {}],
    ['FILE_HAS_ACTIVE_CONTENT', { reason: 'attachment' }],
    ['FILE_HAS_ACTIVE_CONTENT', { reason: 'remote', link: 'object' }],
    ['FILE_LEGACY_TEXT', { actual: 'html' }],
    ['FILE_DAMAGED', { reason: 'limits' }],
    ['FILE_DAMAGED', { reason: 'motion' }],
    ['FILE_DAMAGED', { reason: 'trailing' }],
    ['FILE_ENCRYPTED', {}],
    ['FILE_ENCRYPTED', { reason: 'locked' }],
    ['FILE_TYPE_MISMATCH', { actual: 'exe', taken: 'no' }],
  ] as const;
  it.each(PLACES.map((place) => ({ place })))('where $place are taken', ({ place }) => {
    for (const extension of place) {
      for (const [code, params] of REFUSALS) {
        const said = { ...params, extension, ...adviceFor(extension, place), allowed: place.filter((e) => e !== 'pdf').join(', ') };
        const ru = problemSentence('ru', code, said);
        const en = problemSentence('en', code, said);
        if (!place.includes('pdf')) expect(`${ru} ${en}`).not.toMatch(/PDF|\bpdf\b/);
        if (extension === 'pdf') expect(`${ru} ${en}`).not.toMatch(/как PDF|as PDF/);
        expect(`${ru} ${en}`).not.toMatch(/none|undefined|[{}]/);
      }
    }
  });
  it('names a former kind only where it is taken', () => {
    expect(adviceFor('doc', ['doc', 'pdf']).into).toBe('doc');
    expect(adviceFor('doc', ['doc', 'docx']).into).toBe('docx');
    expect(adviceFor('xls', ['xls', 'xlsx', 'pdf']).into).toBe('xlsx');
    expect(adviceFor('odt', ['pdf']).into).toBe('pdf');
    expect(problemSentence('ru', 'FILE_HAS_MACROS', { extension: 'xls', ...adviceFor('xls', ['xlsx', 'pdf']) })).toContain(
      '(вид: xlsx или pdf)',
    );
    expect(problemSentence('ru', 'FILE_HAS_MACROS', { extension: 'doc', ...adviceFor('doc', ['doc']) })).toContain('(вид: doc)');
  });
  it('tells somebody with a document that pictures are taken here', () =>
    expect(problemSentence('ru', 'FILE_TYPE_NOT_ALLOWED', { extension: 'docx', ...adviceFor('docx', ['jpg']), allowed: 'jpg' })).toContain(
      'Сфотографируйте',
    ));
});

it('a size reads the same in the row of a file and in its refusal, and never like the limit it is over', () => {
  for (const size of [5_242_881, 5_300_000, 6_291_457, 6_400_000]) {
    const shown = formatFileSize(size, 'ru');
    expect(problemSentence('ru', 'FILE_TOO_LARGE', { size, max: 5_242_880, extension: 'pdf' })).toContain(`${shown}, а можно до`);
    expect(shown).not.toBe(formatFileSize(5_242_880, 'ru'));
  }
});
