import { expect, it } from 'vitest';
import { chooseLocale } from './locale';

it.each([
  ['en', 'ru', 'en'],
  [undefined, 'en-GB,en;q=0.9,ru;q=0.8', 'en'],
  [undefined, 'de,ru;q=0.5,en;q=0.7', 'en'],
  [undefined, 'ru-RU', 'ru'],
  [undefined, 'en;q=0, de', 'ru'],
  [undefined, 'de-DE,fr', 'ru'],
  [undefined, null, 'ru'],
  ['de', undefined, 'ru'],
])('cookie %s, browser %s: %s', (cookie, header, locale) => {
  expect(chooseLocale(cookie, header)).toBe(locale);
});
