'use client';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { snilsText } from '@/domain/typed/snils';
import { Button } from '@/ui/kit/button';

interface CodeSheetProps {
  fullName: string;
  snils: string | null | undefined;
  code: string;
}

/** The one-time code to be handed over on paper: shown once, kept nowhere. */
export function CodeSheet({ fullName, snils, code }: CodeSheetProps) {
  const t = useTranslations('school.code');
  return (
    <section className="card card-pad grid gap-3" aria-labelledby="code">
      <h2 id="code">{t('title')}</h2>
      <p>{fullName}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        <dt className="muted">{t('snils')}</dt>
        <dd className="nb">{snilsText(snils)}</dd>
        <dt className="muted">{t('code')}</dt>
        <dd className="font-mono text-[1.375rem] tracking-wider">{code}</dd>
        <dt className="muted">{t('where')}</dt>
        <dd className="wrap-anywhere">{typeof window === 'undefined' ? '/activate' : `${window.location.host}/activate`}</dd>
      </dl>
      <p className="muted">{t('text')}</p>
      <div className="actions no-print">
        <Button icon={<Printer />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
    </section>
  );
}
