import { createTranslator } from 'use-intl/core';
import type { Language } from '@/domain/procedure/vocabulary';
import en from '@/messages/portfolio.en.json' with { type: 'json' };
import ru from '@/messages/portfolio.ru.json' with { type: 'json' };

/** The words of the conditions of sending, in the viewer's language. */
export const gateWords = (language: Language) => {
  const messages: typeof ru = language === 'ru' ? ru : en;
  return createTranslator({ locale: language, messages, namespace: 'gate' });
};
