'use client';
import { Trash2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, IconButton } from '@/ui/kit/button';
import { FileRow, type FileState } from '@/ui/kit/file-row';
import type { Upload } from './queue';
import { uploadQueue } from './use-uploads';

/** A file on its way: how far it is, what keeps it, and how to give it up. */
export function UploadRow({ upload }: { upload: Upload }) {
  const t = useTranslations('portfolio.files');
  const kit = useTranslations('kit.file');
  const { id, file, state } = upload;
  const cancel = (label: string, icon = <X />) => (
    <IconButton label={kit('named', { action: label, name: file.name })} icon={icon} onClick={() => uploadQueue().cancel(id)} />
  );
  const row = (shown: FileState, actions: React.ReactNode, time?: string) => (
    <FileRow name={file.name} size={file.size} state={shown} actions={actions} {...(time ? { time } : {})} />
  );
  switch (state.kind) {
    case 'queued':
      return row({ kind: 'queued' }, cancel(kit('cancel')));
    case 'uploading': {
      const { sent, total, leftSeconds } = state;
      const left = leftSeconds === null ? {} : { left: t('left', { seconds: leftSeconds }) };
      return row({ kind: 'uploading', sent, total, ...left }, cancel(kit('cancel')));
    }
    case 'checking':
      return row({ kind: 'checking' }, null);
    case 'stored':
      return row({ kind: 'checked' }, null);
    case 'waiting':
      return row(
        { kind: 'waiting' },
        <>
          <Button size="s" look="quiet" onClick={() => uploadQueue().hurry(id)}>
            {kit('sendNow')}
          </Button>
          {cancel(t('doNotSend'))}
        </>,
        state.reason === 'session' ? t('waitsForSession') : undefined,
      );
    case 'refused':
      return row(
        { kind: 'refused', ...split(state.message ?? (upload.fileId ? t('storeRefused') : t('unreadable'))) },
        cancel(kit('discard'), <Trash2 />),
      );
  }
}

/** A refusal says first what is wrong, then what to do: the row shows the two apart. */
export function split(message: string): { why: string; todo?: string } {
  const end = message.search(/[.!?] (?=[\p{Lu}«])/u);
  return end < 0 ? { why: message } : { why: message.slice(0, end + 1), todo: message.slice(end + 2) };
}
