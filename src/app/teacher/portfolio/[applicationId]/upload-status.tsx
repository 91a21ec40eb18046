'use client';
import { CloudCheck, CloudOff, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useUploads } from '@/ui/evidence/use-uploads';

/** A band over the page while files wait for the network: they are safe as long as the window stays open. */
export function OfflineStrip() {
  const t = useTranslations('portfolio.page');
  const waiting = useUploads().filter(({ state }) => state.kind === 'waiting' && state.reason === 'network').length;
  if (waiting === 0) return null;
  return (
    <div className="strip no-print" role="status">
      <div className="wrap">
        <b>
          <CloudOff />
          {t('offline')}
        </b>
        <span>{t('offlineText', { count: waiting })}</span>
      </div>
    </div>
  );
}

/** The one line that says what has become of the files. */
export function SavedLine() {
  const t = useTranslations('portfolio.page');
  const busy = useUploads().filter(({ state }) => !['stored', 'refused'].includes(state.kind)).length;
  return (
    <span className="save" role="status">
      {busy > 0 ? (
        <>
          <LoaderCircle className="spin" />
          {t('sending', { count: busy })}
        </>
      ) : (
        <>
          <CloudCheck />
          {t('saved')}
        </>
      )}
    </span>
  );
}
