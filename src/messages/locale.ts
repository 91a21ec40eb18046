export const LOCALES = ['ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const isLocale = (value: string | undefined): value is Locale => LOCALES.some((locale) => locale === value);

/** The language to answer in: an explicit choice wins, then the browser's order of preference, then Russian. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const q = Number(rest.find((r) => r.trim().startsWith('q='))?.split('=')[1] ?? '1');
      return { language: tag.toLowerCase().split('-')[0], q: Number.isFinite(q) ? q : 0 };
    })
    .filter((entry) => entry.q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted.map((entry) => entry.language).find(isLocale) ?? 'ru';
}
