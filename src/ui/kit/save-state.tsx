'use client';
import { CircleAlert, CloudCheck, CloudOff, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classes } from './classes';

export type Saving = 'idle' | 'saving' | 'saved' | 'waiting' | 'failed';

/** The one line of a page or a cell that says what has become of what was typed. */
export function SaveState({ state, time, small, onRetry }: { state: Saving; time?: string; small?: boolean; onRetry?: () => void }) {
  const t = useTranslations('kit.save');
  const common = useTranslations('kit');
  const tone = { idle: '', saving: '', saved: '', waiting: 'wait', failed: 'bad' }[state];
  return (
    <span className={classes('save', small && 'save-s', tone)} role="status">
      {state === 'saving' ? (
        <>
          <LoaderCircle className="spin" />
          {t('saving')}
        </>
      ) : null}
      {state === 'saved' ? (
        <>
          <CloudCheck />
          {time ? t('savedAt', { time }) : t('saved')}
        </>
      ) : null}
      {state === 'waiting' ? (
        <>
          <CloudOff />
          {t('waiting')}
        </>
      ) : null}
      {state === 'failed' ? (
        <>
          <CircleAlert />
          {t('failed')}
        </>
      ) : null}
      {onRetry && (state === 'failed' || state === 'waiting') ? (
        <button type="button" className="link-button" onClick={onRetry}>
          {common('retry')}
        </button>
      ) : null}
    </span>
  );
}
