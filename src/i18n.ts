import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLocale } from '@/messages/locale';
import { messages } from '@/messages/messages';
import { now } from '@/server/clock';

/** Language of a request: the cookie a person's choice left, else what the browser asks for, else Russian. "Now" is the clock of business terms. */
export default getRequestConfig(async () => {
  const locale = chooseLocale((await cookies()).get('lang')?.value, (await headers()).get('accept-language'));
  return { locale, messages: messages[locale], timeZone: 'UTC', now: now() };
});
