'use client';
import { CircleAlert, CloudCheck, CloudOff, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classes } from './classes';

export type Saving = 'idle' | 'saving' | 'saved' | 'waiting' | 'failed';

interface SaveStateProps {
  state: Saving;
  /** When the last answer became durable, in words. */
  time?: string;
  /** Answers the server did not take: said before what was saved. */
  refused?: number;
  small?: boolean;
  onRetry?: () => void;
}

/** The one line of a page or a cell that says what has become of what was typed. */
export function SaveState({ state, time, refused = 0, small, onRetry }: SaveStateProps) {
  const t = useTranslations('kit.save');
  const common = useTranslations('kit');
  const wrong = refused > 0 && (state === 'saved' || state === 'idle');
  const tone = wrong ? 'bad' : { idle: '', saving: '', saved: '', waiting: 'wait', failed: 'bad' }[state];
  return (
    <span className={classes('save', small && 'save-s', tone)} role="status">
      {state === 'saving' ? (
        <>
          <LoaderCircle className="spin" />
          {t('saving')}
        </>
      ) : null}
      {wrong ? (
        <>
          <CircleAlert />
          {t('refused', { count: refused })}
        </>
      ) : null}
      {state === 'saved' && !wrong ? (
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
