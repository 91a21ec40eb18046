'use client';
import { Copy, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/kit/button';
import { Logo } from '@/ui/shell/logo';

/** A fault of ours: what is safe, what to do, and the code to tell the help. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const shell = useTranslations('shell');
  const t = useTranslations('shell.failure');
  const [copied, setCopied] = useState(false);
  const { digest } = error;
  const copy = () => navigator.clipboard.writeText(digest ?? '').then(() => setCopied(true));
  return (
    <>
      <header className="top">
        <div className="wrap top-in">
          <a className="brand" href="/">
            <Logo />
            <span>
              <b>{shell('product')}</b>
              <span>{shell('tagline')}</span>
            </span>
          </a>
        </div>
      </header>
      <main id="main" className="wrap page">
        <h1>{t('title')}</h1>
        <p className="lead">{t('text')}</p>
        <div className="actions mt-7">
          <Button look="primary" block icon={<RotateCcw />} onClick={reset}>
            {t('retry')}
          </Button>
          <a className="btn btn-secondary btn-block-phone" href="/">
            {t('home')}
          </a>
        </div>
        {digest ? (
          <div className="muted text-m mt-9 pt-5 border-t border-line max-w-[34rem]">
            <p>{t('code')}</p>
            <p className="actions mt-2">
              <b className="text-text text-h3 tracking-wider">{digest}</b>
              <Button size="s" icon={<Copy />} onClick={copy}>
                {copied ? t('copied') : t('copy')}
              </Button>
            </p>
          </div>
        ) : null}
      </main>
    </>
  );
}
