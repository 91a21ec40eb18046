'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EvidenceList } from './evidence-list';
import { EvidenceUpload } from './evidence-upload';
import type { EvidenceFile } from './files';

interface PaperUploadProps {
  applicationId: string;
  /** signed_application, employer_paper, withdrawal, conclusion, information. */
  paper: string;
  /** What it is called. */
  label: string;
  hint?: ReactNode;
  /** As `papers { files }` gives them, the newest first: what lies there, earlier ones, one's own that are under way. */
  files: readonly EvidenceFile[];
  /** Whether the viewer has the act that attaches it now. */
  canAttach: boolean;
  extensions: readonly string[];
  maxBytes: number;
  /** IANA zone of the region, for times. */
  zone?: string;
}

/** A paper of the case: the file that lies there, adding or replacing it where the viewer may, and the earlier ones to be read. */
export function PaperUpload(props: PaperUploadProps) {
  const { applicationId, paper, label, hint, files, canAttach, extensions, maxBytes, zone = 'UTC' } = props;
  const t = useTranslations('portfolio.paper');
  const stored = files.filter((file) => file.status === 'STORED');
  const earlier = files.filter((file) => file.status === 'REPLACED');
  return (
    <section className="grid gap-2" aria-label={label}>
      <h3 className="text-[1.0625rem] leading-snug">{label}</h3>
      {hint ? <p className="hint">{hint}</p> : null}
      {canAttach ? (
        <EvidenceUpload
          applicationId={applicationId}
          paper={paper}
          label={label}
          files={files.filter((file) => file.status !== 'REPLACED')}
          extensions={extensions}
          maxBytes={maxBytes}
          maxFiles={1}
          zone={zone}
        />
      ) : (
        <EvidenceList files={stored} zone={zone} empty={t('none')} />
      )}
      {earlier.length > 0 ? (
        <details className="text-m">
          <summary className="muted cursor-pointer py-1">{t('earlier', { count: earlier.length })}</summary>
          <ul className="grid gap-1">
            {earlier.map((file) => (
              <li key={file.id} className="muted [overflow-wrap:anywhere]">
                {file.name}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
