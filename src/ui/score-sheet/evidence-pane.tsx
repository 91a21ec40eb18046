'use client';
import { Download, ExternalLink, FileText, Shield } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { OpenEvidenceFileDocument } from '@/gql/graphql';
import { EntryList } from '@/ui/evidence/entry-list';
import { type EvidenceState, evidenceState } from '@/ui/evidence/evidence-count';
import { fileHref, opensInBrowser } from '@/ui/evidence/files';
import { Card } from '@/ui/kit/card';
import { formatDate } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';
import { type Criterion, indicatorsOf } from './sheet';

interface EvidencePaneProps {
  criterion: Criterion | null;
  frozenAt: string | null;
  zone: string;
}

type File = Criterion['indicators'][number]['files'][number];
/** Where the file is shown from, or why it is not. */
type Opening = 'loading' | { address: string } | { problem: string | null };

const WORDS = { none: 'none', unasked: 'unasked', closed: 'notSent' } as const satisfies Record<Exclude<EvidenceState, 'some'>, string>;

/** Passing over criteria with the arrow keys opens nothing; staying on one does. */
const DWELL_MS = 600;

/** The evidence of the criterion at hand: tables, texts and links to be read; a page or picture is shown here, other types are downloaded. */
export function EvidencePane({ criterion, frozenAt, zone }: EvidencePaneProps) {
  const t = useTranslations('expert.evidence');
  const locale = useLocale();
  const [chosen, setChosen] = useState<string | null>(null);
  if (!criterion) return null;
  const indicators = indicatorsOf(criterion);
  const files = indicators.flatMap((indicator) => indicator.files);
  const written = indicators.filter((indicator) => indicator.entries.length > 0);
  const file = files.find((one) => one.id === chosen) ?? files[0] ?? null;
  const state = evidenceState(indicators);
  const names = indicators.map((indicator) => t('indicator', { no: indicator.no, label: indicator.label })).join('; ');
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
        {state === 'some' ? null : <p className="muted text-s">{t(frozenAt || state === 'unasked' ? WORDS[state] : 'notSent')}</p>}
      </div>
      {written.map((indicator) => (
        <div key={indicator.id} className="grid gap-1.5 px-4 pb-3">
          <h3 className="text-s font-semibold">{t('indicator', { no: indicator.no, label: indicator.label })}</h3>
          <EntryList kind={indicator.entryKind} columns={indicator.columns} entries={indicator.entries} label={indicator.label} />
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

/** The file itself where the browser shows it, else how to get it. */
function Preview({ file }: { file: File }) {
  const t = useTranslations('expert.evidence');
  const virus = useTranslations('kit.file.virus');
  const shown = opensInBrowser(file);
  return (
    <>
      <div className="flex flex-wrap gap-2 border-y border-line px-4 py-2">
        {shown ? (
          <a className="btn btn-quiet btn-s" href={fileHref(file.id)} target="_blank" rel="noreferrer">
            <ExternalLink />
            {t('openTab')}
          </a>
        ) : null}
        <a className="btn btn-quiet btn-s" href={fileHref(file.id, true)} target="_blank" rel="noreferrer">
          <Download />
          {t('download')}
        </a>
        <span className="hint self-center">{virus(file.virusCheck)}</span>
      </div>
      {shown ? <Shown file={file} /> : <p className="muted px-4 py-6 text-center text-s">{t('cannotShow')}</p>}
    </>
  );
}

/** Opens the file once it has been looked at for a moment: an address lives five minutes, and each leaves a line in the trail. */
function useOpening(fileId: string): { opening: Opening; again: () => void; fail: () => void } {
  const [opening, setOpening] = useState<Opening>('loading');
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(
      () => {
        setOpening('loading');
        request(OpenEvidenceFileDocument, { input: { id: fileId, as: 'VIEW' } }, asking.signal)
          .then(({ openEvidenceFile: { address, problems } }) =>
            setOpening(address ? { address } : { problem: problems[0]?.message ?? null }),
          )
          .catch(() => asking.signal.aborted || setOpening({ problem: null }));
      },
      asked ? 0 : DWELL_MS,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [fileId, asked]);
  const failed = typeof opening === 'object' && 'problem' in opening;
  useEffect(() => {
    if (!failed) return;
    const again = () => setAsked((times) => times + 1);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [failed]);
  return { opening, again: () => setAsked(asked + 1), fail: () => setOpening({ problem: null }) };
}

/** Files come from an origin of their own: what is shown here reaches nothing of this page. The browser's PDF viewer refuses a sandboxed frame. */
function Shown({ file }: { file: File }) {
  const t = useTranslations('expert.evidence');
  const { opening, again, fail } = useOpening(file.id);
  if (opening === 'loading') {
    return (
      <p className="muted px-4 py-10 text-center text-s" role="status">
        {t('opening')}
      </p>
    );
  }
  if ('problem' in opening) {
    const button = (
      <button type="button" className="btn btn-secondary btn-s" onClick={again}>
        {t('again')}
      </button>
    );
    return (
      <div className="px-4 py-4">
        <Notice tone="warn" actions={button}>
          {opening.problem ?? t('failed')}
        </Notice>
      </div>
    );
  }
  const { address } = opening;
  if (file.contentType.startsWith('image/')) {
    return (
      <div className="bg-surface-3 p-4">
        {/* biome-ignore lint/performance/noImgElement: an address of the files' own origin, never through our own server */}
        <img className="mx-auto max-h-[70vh] max-w-full" src={address} alt={file.name} referrerPolicy="no-referrer" onError={fail} />
      </div>
    );
  }
  return (
    <iframe
      className="block h-[70vh] w-full border-0 bg-surface-3"
      src={`${address}#navpanes=0`}
      title={file.name}
      referrerPolicy="no-referrer"
    />
  );
}
