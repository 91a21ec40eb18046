import { CircleAlert, CircleCheck, CloudOff, Loader } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { formatFileSize } from './format';

/** What a virus scanner said of a stored file. */
export type VirusCheck = 'CHECKING' | 'CLEAN' | 'INFECTED' | 'UNCHECKED';

export type FileState =
  | { kind: 'queued' }
  | { kind: 'uploading'; sent: number; total: number; left?: string }
  | { kind: 'checking' }
  | { kind: 'checked'; virus?: VirusCheck }
  | { kind: 'refused'; why: string; todo?: string }
  | { kind: 'waiting' };

interface FileRowProps {
  name: string;
  /** Bytes. */
  size?: number;
  state: FileState;
  /** Time of the upload, in words. */
  time?: string;
  /** Address that opens or downloads the file; the name becomes a link. */
  href?: string;
  /** Buttons: IconButton or small Button; cancel while uploading, replace and delete when there. */
  actions?: ReactNode;
}

/** «XLSX» of «Успеваемость.xlsx». */
export function fileType(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1, dot + 6).toUpperCase() : '—';
}

/** One file: its type, name, state in words, and what can be done. Works on both sides. */
export function FileRow({ name, size, state, time, href, actions }: FileRowProps) {
  const t = useTranslations('kit.file');
  const locale = useLocale();
  const bytes = (count: number) => formatFileSize(count, locale);
  const infected = state.kind === 'checked' && state.virus === 'INFECTED';
  const tall = state.kind === 'refused' || state.kind === 'waiting';
  return (
    <div
      className={classes(
        'file',
        tall && 'tall',
        state.kind === 'refused' && 'bad',
        state.kind === 'waiting' && 'wait',
        state.kind === 'uploading' && 'one',
      )}
    >
      <span className="file-type" aria-hidden="true">
        {fileType(name)}
      </span>
      <div>
        <div className="file-name">
          {href ? (
            <a href={href} target="_blank" rel="noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
        </div>
        <div className="file-sub" role="status">
          {state.kind === 'queued' ? <b>{t('queued')}</b> : null}
          {state.kind === 'uploading' ? (
            <>
              <span>{t('uploading', { done: bytes(state.sent), total: bytes(state.total) })}</span>
              {state.left ? <span>{state.left}</span> : null}
            </>
          ) : null}
          {state.kind === 'checking' ? (
            <b className="text-info">
              <Loader />
              {t('checking')}
            </b>
          ) : null}
          {state.kind === 'checked' ? (
            <b className={infected ? 'text-danger' : 'text-ok'}>
              {infected ? <CircleAlert /> : <CircleCheck />}
              {infected ? t('virus.INFECTED') : t('checked')}
            </b>
          ) : null}
          {state.kind === 'waiting' ? (
            <b className="text-wait">
              <CloudOff />
              {t('waiting')}
            </b>
          ) : null}
          {state.kind === 'refused' ? (
            <>
              <b className="text-danger">
                <CircleAlert />
                {state.why}
              </b>
              {state.todo ? <span>{state.todo}</span> : null}
            </>
          ) : null}
          {state.kind === 'checked' && state.virus && !infected ? <span>{t(`virus.${state.virus}`)}</span> : null}
          {infected ? <span>{t('infectedTodo')}</span> : null}
          {state.kind !== 'uploading' && size !== undefined ? <span>{bytes(size)}</span> : null}
          {time ? <span>{time}</span> : null}
        </div>
        {state.kind === 'uploading' ? (
          <progress className="bar" value={state.sent} max={Math.max(state.total, 1)} aria-label={t('uploadProgress', { name })} />
        ) : null}
      </div>
      {actions ? <div className="file-do">{actions}</div> : null}
    </div>
  );
}
