import { LANGUAGES, type Language } from '@/domain/procedure/vocabulary';

/** Language of a request: the cookie `lang`, else the browser's first known language, else Russian. */
export function languageOf(cookie: string | undefined, acceptLanguage: string | null | undefined): Language {
  const known = (code: string | undefined): code is Language => LANGUAGES.includes(code as Language);
  if (known(cookie)) return cookie;
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(known) ?? 'ru';
}
