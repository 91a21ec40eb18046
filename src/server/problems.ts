import { IntlMessageFormat } from 'intl-messageformat';
import type { Problem } from '@/domain/problems';
import type { Language } from '@/domain/procedure/vocabulary';
import en from '@/messages/problems.en.json';
import ru from '@/messages/problems.ru.json';
import { once } from './once';

const SENTENCES: Record<Language, Record<string, string>> = { ru, en };
const formats = () => once('problemFormats', () => new Map<string, IntlMessageFormat>());

/** The one sentence of a problem in a language: what is wrong and what to do. */
export function problemMessage({ code, params }: Problem, language: Language): string {
  const key = `${language}.${code}`;
  const known = formats().get(key) ?? new IntlMessageFormat(SENTENCES[language][code] ?? code, language);
  formats().set(key, known);
  return String(known.format(params));
}
