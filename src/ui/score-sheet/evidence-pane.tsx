'use client';
import { Download, ExternalLink, FileText, Shield } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { readFragment } from '@/gql';
import { EvidencePreviewDocument, ShownEntry_EntryFragmentDoc } from '@/gql/graphql';
import { EntryList } from '@/ui/evidence/entry-list';
import { Card } from '@/ui/kit/card';
import { formatDate } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';
import type { Criterion } from './sheet';

interface EvidencePaneProps {
  criterion: Criterion | null;
  frozenAt: string | null;
  zone: string;
}

type File = Criterion['indicators'][number]['files'][number];
type Link = { openUrl: string | null; downloadUrl: string | null } | 'loading' | 'failed';

/** Passing over criteria with the arrow keys opens nothing; staying on one does. */
const DWELL_MS = 600;

/** The evidence of the criterion at hand: tables, texts and links to be read; a page or picture is shown here, other types are downloaded. */
export function EvidencePane({ criterion, frozenAt, zone }: EvidencePaneProps) {
  const t = useTranslations('expert.evidence');
  const locale = useLocale();
  const [chosen, setChosen] = useState<string | null>(null);
  if (!criterion) return null;
  const files = criterion.indicators.flatMap((indicator) => indicator.files);
  const written = criterion.indicators.filter((indicator) => indicator.entries.length > 0);
  const file = files.find((one) => one.id === chosen) ?? files[0] ?? null;
  const names = criterion.indicators.map((indicator) => t('indicator', { no: indicator.no, label: indicator.label })).join('; ');
  return (
    <Card pad={false}>
      <div className="grid gap-2 px-4 py-3">
        <h2 className="text-s font-semibold text-text-2">{t('title', { no: criterion.no })}</h2>
        {files.length > 0 ? (
          <ul className="flex flex-wrap gap-1.5">
            {files.map((one) => (
              <li key={one.id} className="min-w-0">
                <button
                  type="button"
                  className={`pill text-left after:hidden wrap-anywhere ${one.id === file?.id ? 'on' : ''}`}
                  aria-pressed={one.id === file?.id}
                  onClick={() => setChosen(one.id)}
                >
                  <FileText />
                  {one.name}
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        {files.length + written.length === 0 ? <p className="muted text-s">{frozenAt ? t('none') : t('notSent')}</p> : null}
      </div>
      {written.map((indicator) => (
        <div key={indicator.id} className="grid gap-1.5 px-4 pb-3">
          <h3 className="text-s font-semibold">{t('indicator', { no: indicator.no, label: indicator.label })}</h3>
          <EntryList
            kind={indicator.entryKind}
            columns={indicator.columns}
            entries={readFragment(ShownEntry_EntryFragmentDoc, indicator.entries)}
            label={indicator.label}
          />
        </div>
      ))}
      {file ? <Preview key={file.id} file={file} /> : null}
      <p className="hint flex gap-2 border-t border-line px-4 py-2.5">
        <Shield />
        <span>
          {names}. {frozenAt ? t('frozen', { date: formatDate(frozenAt, locale, zone) }) : null}
        </span>
      </p>
    </Card>
  );
}

/** Links live five minutes, so each is asked for when the file is looked at. */
function Preview({ file }: { file: File }) {
  const t = useTranslations('expert.evidence');
  const [link, setLink] = useState<Link>('loading');
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(
      () => {
        setLink('loading');
        request(EvidencePreviewDocument, { id: file.id }, asking.signal)
          .then(({ evidenceFile }) =>
            setLink(evidenceFile ? { openUrl: evidenceFile.openUrl ?? null, downloadUrl: evidenceFile.downloadUrl ?? null } : 'failed'),
          )
          .catch(() => asking.signal.aborted || setLink('failed'));
      },
      asked ? 0 : DWELL_MS,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [file.id, asked]);
  useEffect(() => {
    if (link !== 'failed') return;
    const again = () => setAsked((times) => times + 1);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [link]);
  if (link === 'loading') {
    return (
      <p className="muted px-4 py-10 text-center text-s" role="status">
        {t('opening')}
      </p>
    );
  }
  if (link === 'failed') {
    return (
      <div className="px-4 pb-4">
        <Notice
          tone="warn"
          actions={
            <button type="button" className="btn btn-secondary btn-s" onClick={() => setAsked(asked + 1)}>
              {t('again')}
            </button>
          }
        >
          {t('failed')}
        </Notice>
      </div>
    );
  }
  return (
    <>
      <div className="flex flex-wrap gap-2 border-y border-line px-4 py-2">
        {link.openUrl ? (
          <a className="btn btn-quiet btn-s" href={`/file/${file.id}`} target="_blank" rel="noreferrer">
            <ExternalLink />
            {t('openTab')}
          </a>
        ) : null}
        {link.downloadUrl ? (
          <a className="btn btn-quiet btn-s" href={link.downloadUrl} rel="noreferrer">
            <Download />
            {t('download')}
          </a>
        ) : null}
      </div>
      {link.openUrl ? <Shown file={file} url={link.openUrl} /> : <p className="muted px-4 py-6 text-center text-s">{t('cannotShow')}</p>}
    </>
  );
}

/** The store is another origin: what is shown here reaches nothing of this page. The browser's PDF viewer refuses a sandboxed frame. */
function Shown({ file, url }: { file: File; url: string }) {
  if (file.contentType.startsWith('image/')) {
    return (
      <div className="bg-surface-3 p-4">
        {/* biome-ignore lint/performance/noImgElement: a signed link of the store, never through our own server */}
        <img className="mx-auto max-h-[70vh] max-w-full" src={url} alt={file.name} referrerPolicy="no-referrer" />
      </div>
    );
  }
  return (
    <iframe
      className="block h-[70vh] w-full border-0 bg-surface-3"
      src={`${url}#navpanes=0`}
      title={file.name}
      referrerPolicy="no-referrer"
    />
  );
}
