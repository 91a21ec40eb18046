import { describe, expect, test } from 'vitest';
import { safeNext, withNext } from './next-path';

describe('where to go after signing in', () => {
  test.each(['/teacher', '/operator?status=REGISTERED&q=%D0%81', '/school/applications/1#facts'])('%s is a page of ours', (path) => {
    expect(safeNext(path)).toBe(path);
  });
  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a\nb',
    '',
    null,
    undefined,
    ['/a'],
  ])('%s leads nowhere', (path) => {
    expect(safeNext(path)).toBeNull();
  });
  test('is carried along in the address', () => {
    expect(withNext('/sign-in', '/a?b=1')).toBe('/sign-in?next=%2Fa%3Fb%3D1');
    expect(withNext('/sign-in', null)).toBe('/sign-in');
  });
});
