import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import en from '@/messages/expert.en.json';
import ru from '@/messages/expert.ru.json';

it.each([
  ['ru', ru, /Enter открывает комментарий/],
  ['en', en, /Enter/],
] as const)('the hint of the keys (%s) speaks of comments only where a sheet takes them', (locale, messages, said) => {
  const t = createTranslator({ locale, messages: messages as unknown as typeof ru, namespace: 'case' });
  expect(t('keys', { comments: 'true' })).toMatch(said);
  expect(t('keys', { comments: 'false' })).not.toMatch(said);
});
