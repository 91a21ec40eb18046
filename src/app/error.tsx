'use client';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/kit/button';

/** A fault of ours: what is safe, what to do, and the code to tell the help. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('shell.failure');
  return (
    <main id="main" className="wrap page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('text')}</p>
      <div className="actions mt-7">
        <Button look="primary" icon={<RotateCcw />} onClick={reset}>
          {t('retry')}
        </Button>
        <a className="btn btn-secondary" href="/">
          {t('home')}
        </a>
      </div>
      {error.digest ? (
        <p className="muted text-m mt-9 pt-5 border-t border-line">
          {t('code')} <b className="nb text-text text-h3 tracking-wider">{error.digest}</b>
        </p>
      ) : null}
    </main>
  );
}
