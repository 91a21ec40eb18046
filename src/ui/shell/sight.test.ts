import { expect, it } from 'vitest';
import { formatSight, parseSight, sightAttributes } from './sight';

it('comes back from its cookie as it was', () => {
  const sight = { text: 'xlarge', contrast: 'high', spacing: 'wide', theme: 'dark' } as const;
  expect(parseSight(formatSight(sight))).toEqual(sight);
  expect(formatSight({})).toBe('');
});

it.each([undefined, '', 'text.huge', 'constructor.name~__proto__.x', '~~..', 'text.large"><script>'])('ignores %s', (cookie) => {
  expect(parseSight(cookie)).toEqual({});
});

it('is put on the page as data attributes', () => {
  expect(sightAttributes(parseSight('text.large'))).toEqual({
    'data-text': 'large',
    'data-contrast': undefined,
    'data-spacing': undefined,
    'data-theme': undefined,
  });
});
