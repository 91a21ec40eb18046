'use client';
import { Paperclip, Trash2, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button, IconButton } from '@/ui/kit/button';
import { FileRow, type FileState } from '@/ui/kit/file-row';
import type { Upload } from './queue';
import { uploadQueue } from './use-uploads';

/** A file on its way: how far it is, what keeps it, and how to give it up; `onOther` chooses another in place of a refused one. */
export function UploadRow({ upload, onOther }: { upload: Upload; onOther: () => void }) {
  const t = useTranslations('portfolio.files');
  const kit = useTranslations('kit.file');
  const router = useRouter();
  const { id, file, state } = upload;
  // The page may have fetched the record meanwhile: it looks again once the record is gone.
  const giveUp = () => void uploadQueue().cancel(id).then(router.refresh);
  const cancel = (label: string, icon = <X />) => (
    <IconButton label={kit('named', { action: label, name: file.name })} icon={icon} onClick={giveUp} />
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
        { kind: state.reason === 'session' ? 'queued' : 'waiting' },
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
        <>
          <OtherFile name={file.name} onClick={onOther} />
          {cancel(kit('discard'), <Trash2 />)}
        </>,
      );
  }
}

/** The cure of most refusals: another file in its place. */
export function OtherFile({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useTranslations('portfolio.files');
  const kit = useTranslations('kit.file');
  return (
    <Button size="s" icon={<Paperclip />} aria-label={kit('named', { action: t('other'), name })} onClick={onClick}>
      {t('other')}
    </Button>
  );
}

/** A refusal says last what to do: the row shows it apart from what is wrong. */
export function split(message: string): { why: string; todo?: string } {
  const end = [...message.matchAll(/[.!?] (?=[\p{Lu}«“])/gu)].at(-1)?.index;
  return end === undefined ? { why: message } : { why: message.slice(0, end + 1), todo: message.slice(end + 2) };
}
