import '@fontsource-variable/golos-text/index.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ToastProvider } from '@/ui/kit/toast';
import { ClientMessages } from '@/ui/shell/client-messages';
import { parseSight, SIGHT_COOKIE, sightAttributes } from '@/ui/shell/sight';
import { SightDialog } from '@/ui/shell/sight-dialog';
import { SkipLink } from '@/ui/shell/skip-link';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return {
    title: { default: t('product'), template: `%s — ${t('product')}` },
    description: t('tagline'),
    icons: { icon: [{ url: '/favicon.svg', type: 'image/svg+xml' }], apple: '/apple-touch-icon.png' },
    robots: { index: false },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const sight = parseSight((await cookies()).get(SIGHT_COOKIE)?.value);
  return (
    // The low-vision panel changes these attributes before the next answer of the server does.
    <html lang={locale} {...sightAttributes(sight)} suppressHydrationWarning>
      <body>
        <ClientMessages>
          <SkipLink />
          <ToastProvider>{children}</ToastProvider>
          <SightDialog initial={sight} />
        </ClientMessages>
      </body>
    </html>
  );
}
