import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLocale } from '@/messages/locale';
import { spokenMessages } from '@/messages/spokenMessages';
import { currentProcedure } from '@/server/api';
import { now } from '@/server/clock';

/** Language of a request: the cookie a person's choice left, else what the browser asks for, else Russian. "Now" is the clock of business terms. Texts speak the words of the region. */
export default getRequestConfig(async () => {
  const locale = chooseLocale((await cookies()).get('lang')?.value, (await headers()).get('accept-language'));
  return { locale, messages: spokenMessages(locale, await currentProcedure()), timeZone: 'UTC', now: now() };
});
