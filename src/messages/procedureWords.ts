import { createTranslator } from 'use-intl/core';
import type { Language } from '@/domain/procedure/vocabulary';
import en from './procedure.en.json' with { type: 'json' };
import ru from './procedure.ru.json' with { type: 'json' };

/** The words of a procedure's closed vocabulary (acts, gates, events) and of its page, in the viewer's language. */
export const procedureWords = (language: Language) => {
  const messages: typeof ru = language === 'ru' ? ru : en;
  return createTranslator({ locale: language, messages });
};
export type ProcedureWords = ReturnType<typeof procedureWords>;
