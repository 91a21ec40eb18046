'use client';
import { useLocale, useTranslations } from 'next-intl';
import { type ChangeEvent, useCallback, useEffect, useRef, useState } from 'react';
import { acceptOf } from '@/domain/fileKinds';
import { CancelEvidenceUploadDocument, DeleteEvidenceFileDocument, RestoreEvidenceFileDocument } from '@/gql/graphql';
import { formatFileSize } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { useRefresh } from '@/ui/kit/use-refresh';
import { request, SessionEnded } from '@/ui/request';
import { AddFiles } from './add-files';
import { type EvidenceFile, rowsOf } from './files';
import type { Place } from './queue';
import { RecordRow } from './record-row';
import { RemovedFiles } from './removed-files';
import { UploadRow } from './upload-row';
import { uploadQueue, useUploads } from './use-uploads';

export interface EvidenceUploadProps {
  applicationId: string;
  /** Exactly one of the three. */
  indicatorId?: string;
  fieldId?: string;
  /** A paper of the case: another takes its place, it is never deleted. */
  paper?: string;
  /** What the files belong to, in words. */
  label: string;
  /** Short name of the place: «к показателю 1.7». */
  target?: string;
  files: readonly EvidenceFile[];
  removedFiles?: readonly EvidenceFile[];
  extensions: readonly string[];
  maxBytes: number;
  maxFiles: number;
  /** IANA zone of the region, for times. */
  zone: string;
}

type Answer = { problems: readonly { message: string }[] };

/** The files of one indicator or form field: what is there, what is on its way, and everything that can be done with them. Saves by itself. */
export function EvidenceUpload(props: EvidenceUploadProps) {
  const {
    applicationId,
    indicatorId,
    fieldId,
    paper,
    files,
    removedFiles = [],
    maxFiles,
    maxBytes,
    extensions,
    zone,
    label,
    target,
  } = props;
  const t = useTranslations('portfolio.files');
  const locale = useLocale();
  const refresh = useRefresh();
  const toast = useToast();
  const [trouble, setTrouble] = useState<string | null>(null);
  const place: Place = {
    applicationId,
    maxBytes,
    ...(indicatorId ? { indicatorId } : {}),
    ...(fieldId ? { fieldId } : {}),
    ...(paper ? { paper } : {}),
  };
  const uploads = useUploads().filter(
    ({ place: at }) => at.applicationId === applicationId && at.indicatorId === indicatorId && at.fieldId === fieldId && at.paper === paper,
  );
  useSettled(uploads, files, removedFiles);

  const act = useCallback(
    async (run: () => Promise<Answer>, done?: () => void) => {
      setTrouble(null);
      try {
        const { problems } = await run();
        if (problems[0]) setTrouble(problems[0].message);
        await refresh();
        if (!problems[0]) done?.();
      } catch (error) {
        if (!(error instanceof SessionEnded)) setTrouble(t('notReached'));
      }
    },
    [refresh, t],
  );
  const restore = (file: EvidenceFile) =>
    act(async () => (await request(RestoreEvidenceFileDocument, { id: file.id })).restoreEvidenceFile);
  const remove = (file: EvidenceFile) =>
    act(
      async () => (await request(DeleteEvidenceFileDocument, { id: file.id })).deleteEvidenceFile,
      () => toast({ text: t('deleted', { name: file.name }), undo: () => void restore(file) }),
    );
  const discard = (file: EvidenceFile) =>
    act(async () => (await request(CancelEvidenceUploadDocument, { id: file.id })).cancelEvidenceUpload);

  const picker = useRef<HTMLInputElement>(null);
  const onPicked = useRef<(file: File) => void>(() => undefined);
  const pick = (use: (file: File) => void) => {
    onPicked.current = use;
    picker.current?.click();
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file) onPicked.current(file);
  };
  const add = (added: readonly File[], replacesId: string | null = null) => uploadQueue().add(place, added, replacesId);
  const { records: shown, onTheWay } = rowsOf(files, uploads);
  const occupied =
    files.filter((file) => file.status === 'STORED').length + onTheWay.filter((u) => u.state.kind !== 'refused' && !u.replacesId).length;

  return (
    <div className="mt-3 grid gap-2">
      {/* The portfolio says it once for all its indicators. */}
      {indicatorId ? null : (
        <p className="hint">{t('limits', { size: formatFileSize(maxBytes, locale), extensions: extensions.join(', ') })}</p>
      )}
      <AddFiles
        label={label}
        {...(target ? { target } : {})}
        extensions={extensions}
        many={maxFiles > 1}
        more={shown.length + onTheWay.length > 0}
        room={occupied < maxFiles}
        onFiles={add}
      >
        {shown.map((file) => (
          <RecordRow
            key={file.id}
            file={file}
            zone={zone}
            onReplace={() => pick((other) => add([other], paper ? null : file.id))}
            {...(paper ? {} : { onRemove: () => void remove(file) })}
            onDiscard={() => void discard(file)}
            onOther={() => pick((other) => void discard(file).then(() => add([other])))}
          />
        ))}
        {onTheWay.map((upload) => (
          <UploadRow
            key={upload.id}
            upload={upload}
            onOther={() =>
              pick((other) => {
                void uploadQueue().cancel(upload.id).then(refresh);
                add([other], upload.replacesId);
              })
            }
          />
        ))}
      </AddFiles>
      <input ref={picker} type="file" hidden accept={acceptOf(extensions)} onChange={chosen} aria-label={label} />
      {maxFiles > 1 && occupied >= maxFiles ? <p className="hint">{t('full', { max: maxFiles })}</p> : null}
      {trouble ? (
        <Notice tone="danger" role="alert">
          {trouble}
        </Notice>
      ) : null}
      <RemovedFiles files={removedFiles} onRestore={(file) => void restore(file)} />
    </div>
  );
}

type Ended = ReturnType<typeof useUploads>;

/** Asks for the page anew when an upload of this place has ended, and forgets it once the page shows its record. */
function useSettled(uploads: Ended, files: readonly EvidenceFile[], removed: readonly EvidenceFile[]): void {
  const refresh = useRefresh();
  const ended = uploads.filter((u) => u.fileId && ['stored', 'refused'].includes(u.state.kind)).map((u) => u.fileId ?? '');
  const known = [...files, ...removed].filter((f) => f.status !== 'PENDING').map((f) => f.id);
  const unknown = ended.filter((id) => !known.includes(id)).join();
  const seen = ended.filter((id) => known.includes(id)).join();
  useEffect(() => {
    if (unknown) void refresh();
  }, [unknown, refresh]);
  useEffect(() => {
    // The page is shown, so there is a session again, whichever way one signed in.
    for (const { id, state } of uploadQueue().snapshot())
      if (state.kind === 'waiting' && state.reason === 'session') uploadQueue().hurry(id);
  }, []);
  useEffect(() => {
    if (seen) uploadQueue().forget(new Set(seen.split(',')));
  }, [seen]);
}
