import { createTranslator } from 'use-intl/core';
import type { Language } from '@/domain/procedure/vocabulary';
import { dayToInstant, formatDate } from '@/ui/kit/format';
import en from './portfolio.en.json' with { type: 'json' };
import ru from './portfolio.ru.json' with { type: 'json' };

/** The words of the conditions of sending, in the viewer's language. */
export const gateWords = (language: Language) => {
  const messages: typeof ru = language === 'ru' ? ru : en;
  return createTranslator({ locale: language, messages, namespace: 'gate' });
};

/** What a portfolio is called that was not sent and can no longer be changed. */
export const portfolioWords = (language: Language) => {
  const messages: typeof ru = language === 'ru' ? ru : en;
  return createTranslator({ locale: language, messages, namespace: 'standsClosed' });
};

/** Names of the papers of a case, in the viewer's language. */
export const paperWords = (language: Language) => {
  const messages: typeof ru = language === 'ru' ? ru : en;
  return createTranslator({ locale: language, messages, namespace: 'papers' });
};

/** A day as the conditions name it: of an instant in the region's zone, or of an ISO day. */
export const gateDay = (at: Date | string, language: Language, zone: string): string =>
  typeof at === 'string' ? formatDate(dayToInstant(at), language, 'UTC') : formatDate(at, language, zone);
