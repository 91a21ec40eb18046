'use client';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/kit/button';
import type { EvidenceFile } from './files';

/** Deleted and replaced files, folded away; each can be put back until the portfolio is sent. */
export function RemovedFiles({ files, onRestore }: { files: readonly EvidenceFile[]; onRestore: (file: EvidenceFile) => void }) {
  const t = useTranslations('portfolio.files');
  const kit = useTranslations('kit.file');
  if (files.length === 0) return null;
  return (
    <details className="text-m">
      <summary className="muted cursor-pointer py-1">{t('removed', { count: files.length })}</summary>
      <ul className="rows mt-1">
        {files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {file.name} <span className="muted">{file.status === 'REPLACED' ? t('wasReplaced') : t('wasDeleted')}</span>
            </span>
            <Button
              size="s"
              look="quiet"
              icon={<RotateCcw />}
              aria-label={kit('named', { action: t('restore'), name: file.name })}
              onClick={() => onRestore(file)}
            >
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
