import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE_NAMES } from '@/testing/files/make';
import { cleanFileName } from './names';

describe('cleanFileName', () => {
  test.each([
    ['Диплом.pdf', 'Диплом.pdf', 'pdf'],
    ['Фото.JPEG', 'Фото.JPEG', 'jpg'],
    [HOSTILE_NAMES.parentPath, 'Диплом.pdf', 'pdf'],
    [HOSTILE_NAMES.windowsPath, 'Диплом.pdf', 'pdf'],
    [HOSTILE_NAMES.zeroWidth, 'Диплом.pdf', 'pdf'],
    ['a.pdf\0.exe', 'a.pdf.exe', 'exe'],
    ['a\r\nb.pdf', 'ab.pdf', 'pdf'],
    ['...скрытый.docx', 'скрытый.docx', 'docx'],
    ['отчёт.xlsx. . ', 'отчёт.xlsx', 'xlsx'],
    ['CON.pdf', '_CON.pdf', 'pdf'],
    ['nul.tar.zip', '_nul.tar.zip', 'zip'],
    ['конспект.pdf', 'конспект.pdf', 'pdf'],
    ['7 "А": план?.doc', '7 _А__ план_.doc', 'doc'],
    ['и\u0306.png', 'й.png', 'png'],
    ['\ud800.gif', '_.gif', 'gif'],
  ])('%j becomes %j', (given, name, extension) => {
    expect(cleanFileName(given)).toEqual({ ok: true, name, extension });
  });

  test.each([
    [HOSTILE_NAMES.rightToLeft, 'direction'],
    ['\u2066a.pdf', 'direction'],
    ['', 'empty'],
    ['..', 'empty'],
    ['../', 'empty'],
    ['.pdf', 'noExtension'],
    ['диплом', 'noExtension'],
    ['a'.repeat(5_000), 'tooLong'],
  ])('%j is refused: %s', (given, reason) => {
    expect(cleanFileName(given)).toMatchObject({ ok: false, problem: { code: 'FILE_NAME_BAD', params: { reason } } });
  });

  test('a long name keeps its beginning and its extension within 255 bytes', () => {
    const cleaned = cleanFileName(HOSTILE_NAMES.long);
    expect(cleaned).toMatchObject({ ok: true, extension: 'pdf' });
    if (!cleaned.ok) return;
    expect(cleaned.name).toMatch(/^Диплом победителя .*…\.pdf$/);
    expect(Buffer.byteLength(cleaned.name)).toBeLessThanOrEqual(255);
  });

  test('any name at all is refused or becomes one that cleaning leaves as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom('.pdf', '.DOCX', ''), (base, end) => {
        const first = cleanFileName(base + end);
        if (!first.ok) return;
        expect(Buffer.byteLength(first.name)).toBeLessThanOrEqual(255);
        expect(first.name).not.toMatch(/[/\\\p{Cc}]/u);
        expect(cleanFileName(first.name)).toEqual(first);
      }),
      { numRuns: 2_000 },
    );
  });
});
