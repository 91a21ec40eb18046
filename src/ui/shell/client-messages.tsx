import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Namespace } from '@/messages/messages';

/** Gives client components below it the texts of these namespaces; those of the kit and the shell are always there. */
export async function ClientMessages({ namespaces = [], children }: { namespaces?: readonly Namespace[]; children: ReactNode }) {
  const all = await getMessages();
  const given: Partial<typeof all> = {};
  const pick = <N extends Namespace>(name: N) => {
    given[name] = all[name];
  };
  for (const name of ['kit', 'shell', ...namespaces] as const) pick(name);
  return <NextIntlClientProvider messages={given}>{children}</NextIntlClientProvider>;
}
