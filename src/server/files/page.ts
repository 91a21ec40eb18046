import { createTranslator } from 'use-intl/core';
import en from '@/messages/files.en.json' with { type: 'json' };
import ru from '@/messages/files.ru.json' with { type: 'json' };
import { chooseLocale } from '@/messages/locale';

/** Why a file is not served; each has its page. */
export type FilesRefusal = keyof typeof ru;

const STYLE = 'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:10vh auto;padding:0 1rem}h1{font-size:1.5rem}';

/** A page in the browser's language that says why there is no file and what to do. */
export function refusalPage(refusal: FilesRefusal, acceptLanguage: string | undefined): string {
  const locale = chooseLocale(undefined, acceptLanguage);
  const t = createTranslator({ locale, messages: { ru, en }[locale] });
  const [title, text] = [t(`${refusal}.title`), t(`${refusal}.text`)];
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1><p>${text}</p></html>`;
}
