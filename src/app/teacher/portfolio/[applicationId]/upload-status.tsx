'use client';
import { CircleAlert, CloudCheck, CloudOff, LoaderCircle, PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useEntryActivity } from '@/ui/evidence/entry-activity';
import { type EvidenceFile, notArrived } from '@/ui/evidence/files';
import { useUploads } from '@/ui/evidence/use-uploads';
import { classes } from '@/ui/kit/classes';
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

interface SavedLineProps {
  applicationId: string;
  /** Every file record of the page. */
  records: readonly Pick<EvidenceFile, 'id' | 'status'>[];
}

/** The one line that says what has become of the files and of what was typed: "all saved" only when nothing is missing. */
export function SavedLine({ applicationId, records }: SavedLineProps) {
  const t = useTranslations('portfolio.page');
  const uploads = useUploads();
  const waiting = uploads.filter(({ state }) => state.kind === 'waiting').length;
  const busy = uploads.filter(({ state }) => !['stored', 'refused', 'waiting'].includes(state.kind)).length;
  const lost = notArrived(
    records,
    uploads.filter(({ place }) => place.applicationId === applicationId && place.indicatorId),
  );
  const { unsaved, state } = useEntryActivity();
  if (busy + waiting === 0 && ['saving', 'waiting', 'failed'].includes(state)) return <SaveState state={state} />;
  const line = (icon: ReactNode, text: string, tone?: 'bad' | 'wait') => (
    <span className={classes('save', tone)} role="status">
      {icon}
      {text}
    </span>
  );
  if (busy > 0) return line(<LoaderCircle className="spin" />, t('sending', { count: busy }));
  if (waiting > 0) return line(<CloudOff />, t('waiting', { count: waiting }), 'wait');
  if (unsaved > 0) return line(<PencilLine />, t('unsaved', { count: unsaved }));
  if (lost > 0) return line(<CircleAlert />, t('notLoaded', { count: lost }), 'bad');
  return line(<CloudCheck />, t('saved'));
}
