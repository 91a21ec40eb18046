'use client';
import { CloudCheck, CloudOff, LoaderCircle, PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEntryActivity } from '@/ui/evidence/entry-activity';
import { useUploads } from '@/ui/evidence/use-uploads';
import { SaveState } from '@/ui/kit/save-state';

/** A band over the page while files wait for the network: they are safe as long as the window stays open. */
export function OfflineStrip() {
  const t = useTranslations('portfolio.page');
  const waiting = useUploads().filter(({ state }) => state.kind === 'waiting' && state.reason === 'network').length;
  const { unsaved, state } = useEntryActivity();
  const kept = state === 'failed' ? unsaved : 0;
  if (waiting === 0 && kept === 0) return null;
  return (
    <div className="strip no-print" role="status">
      <div className="wrap">
        <b>
          <CloudOff />
          {t('offline')}
        </b>
        <span>{waiting > 0 ? t('offlineText', { count: waiting }) : t('offlineEntries')}</span>
      </div>
    </div>
  );
}

/** The one line that says what has become of the files and of what was typed. */
export function SavedLine() {
  const t = useTranslations('portfolio.page');
  const busy = useUploads().filter(({ state }) => !['stored', 'refused'].includes(state.kind)).length;
  const { unsaved, state } = useEntryActivity();
  if (busy === 0 && ['saving', 'waiting', 'failed'].includes(state)) return <SaveState state={state} />;
  if (busy === 0 && unsaved > 0)
    return (
      <span className="save" role="status">
        <PencilLine />
        {t('unsaved', { count: unsaved })}
      </span>
    );
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
