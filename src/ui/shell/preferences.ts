'use server';
import { cookies } from 'next/headers';
import { LOCALES } from '@/messages/locale';

/** Remembers the language of the interface in the cookie `lang`; the page is drawn again in it. */
export async function setLanguage(form: FormData): Promise<void> {
  const locale = LOCALES.find((known) => known === form.get('lang'));
  if (!locale) return;
  (await cookies()).set('lang', locale, {
    path: '/',
    maxAge: 365 * 24 * 3600,
    sameSite: 'lax',
    httpOnly: true,
    secure: process.env.APP_URL?.startsWith('https:') ?? false,
  });
}
