import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLocale } from '@/messages/locale';
import { messages } from '@/messages/messages';

/** Language of a request: the cookie a person's choice left, else what the browser asks for, else Russian. */
export default getRequestConfig(async () => {
  const locale = chooseLocale((await cookies()).get('lang')?.value, (await headers()).get('accept-language'));
  return { locale, messages: messages[locale], timeZone: 'UTC' };
});
