'use client';
import { Download, ExternalLink, RefreshCw, Trash2, X } from 'lucide-react';
import { useLocale, useNow, useTranslations } from 'next-intl';
import { FILE_UNFINISHED, isIn } from '@/domain/case/groups';
import { IconButton } from '@/ui/kit/button';
import { FileRow } from '@/ui/kit/file-row';
import { formatMoment } from '@/ui/kit/format';
import { type EvidenceFile, fileHref, opensInBrowser } from './files';
import { OtherFile, split } from './upload-row';

interface RecordRowProps {
  file: EvidenceFile;
  zone: string;
  /** Absent when nothing may be changed. */
  onReplace?: () => void;
  onRemove?: () => void;
  /** Puts a refused upload away, or gives up one that stopped elsewhere. */
  onDiscard?: () => void;
  /** Chooses another file in place of a refused one. */
  onOther?: () => void;
}

/** A file the server knows: stored, refused, or begun in another window and not finished. */
export function RecordRow({ file, zone, onReplace, onRemove, onDiscard, onOther }: RecordRowProps) {
  const t = useTranslations('portfolio.files');
  const kit = useTranslations('kit.file');
  const locale = useLocale();
  const now = useNow();
  const named = (action: string) => kit('named', { action, name: file.name });
  if (isIn(file.status, FILE_UNFINISHED)) {
    const pending = file.status === 'PENDING';
    const told = pending ? { why: t('stopped'), todo: t('stoppedTodo') } : split(file.problem?.message ?? kit('refused'));
    const label = named(pending ? kit('cancel') : kit('discard'));
    const act = (
      <>
        {onOther ? <OtherFile name={file.name} onClick={onOther} /> : null}
        {onDiscard ? <IconButton label={label} icon={pending ? <X /> : <Trash2 />} onClick={onDiscard} /> : null}
      </>
    );
    return <FileRow name={file.name} size={file.size} state={{ kind: 'refused', ...told }} actions={act} />;
  }
  const opens = opensInBrowser(file);
  const href = fileHref(file.id, !opens);
  return (
    <FileRow
      name={file.name}
      size={file.size}
      state={{ kind: 'checked', virus: file.virusCheck }}
      time={formatMoment(file.storedAt ?? file.createdAt, locale, zone, now)}
      actions={
        <>
          <a
            className="btn btn-quiet btn-s"
            href={href}
            target="_blank"
            rel="noreferrer"
            aria-label={named(opens ? kit('open') : t('download'))}
          >
            {opens ? <ExternalLink /> : <Download />}
            {opens ? kit('open') : t('download')}
          </a>
          {onReplace ? <IconButton label={named(kit('replace'))} icon={<RefreshCw />} onClick={onReplace} /> : null}
          {onRemove ? <IconButton label={named(kit('remove'))} icon={<Trash2 />} onClick={onRemove} /> : null}
        </>
      }
    />
  );
}
