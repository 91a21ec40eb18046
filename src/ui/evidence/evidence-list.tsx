import { useLocale, useNow, useTranslations } from 'next-intl';
import { FileRow } from '@/ui/kit/file-row';
import { formatMoment } from '@/ui/kit/format';
import { type EvidenceFile, fileHref, opensInBrowser } from './files';

/** Files to read: for experts, staff, and the teacher after sending. Works on the server. */
export function EvidenceList({ files, zone, empty }: { files: readonly EvidenceFile[]; zone: string; empty?: string }) {
  const t = useTranslations('portfolio.files');
  const kit = useTranslations('kit.file');
  const locale = useLocale();
  const now = useNow();
  if (files.length === 0) return <p className="muted text-m">{empty ?? t('none')}</p>;
  return (
    <ul className="grid gap-2">
      {files.map((file) => {
        const word = opensInBrowser(file) ? kit('open') : t('download');
        const href = fileHref(file.id, !opensInBrowser(file));
        return (
          <li key={file.id}>
            <FileRow
              name={file.name}
              size={file.size}
              state={{ kind: 'checked', virus: file.virusCheck }}
              time={formatMoment(file.storedAt ?? file.createdAt, locale, zone, now)}
              actions={
                <a
                  className="btn btn-quiet btn-s"
                  href={href}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={kit('named', { action: word, name: file.name })}
                >
                  {word}
                </a>
              }
            />
          </li>
        );
      })}
    </ul>
  );
}
