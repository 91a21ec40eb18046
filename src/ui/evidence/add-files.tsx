'use client';
import { Camera, FileDown, Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, type ReactNode, useRef } from 'react';
import { useDropzone } from 'react-dropzone';
import { acceptOf, canonicalExtension } from '@/domain/fileKinds';
import { Button } from '@/ui/kit/button';
import { classes } from '@/ui/kit/classes';

interface AddFilesProps {
  /** What the files belong to, for those who do not see where they are. */
  label: string;
  /** Short name of the place in the drop hint: «к показателю 1.7». */
  target?: string;
  extensions: readonly string[];
  many: boolean;
  /** True where files lie already: adding more is possible, but no longer the main thing here. */
  more: boolean;
  /** False when no more files fit. */
  room: boolean;
  onFiles: (files: File[]) => void;
  /** The files that are there already: dropping onto them adds as well. */
  children: ReactNode;
}

/** Adds files by picking several, dragging, pasting, or taking a photo with the phone. */
export function AddFiles({ label, target, extensions, many, more, room, onFiles, children }: AddFilesProps) {
  const t = useTranslations('portfolio.files');
  const kit = useTranslations('kit.file');
  const camera = useRef<HTMLInputElement>(null);
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({
    noClick: true,
    noKeyboard: true,
    noDrag: !room,
    noPaste: !room,
    onDrop: (files) => files.length > 0 && onFiles([...files]),
  });
  const { role: _role, tabIndex: _tab, ...root } = getRootProps();
  const { style: _style, ...input } = getInputProps();
  const shot = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    if (files.length > 0) onFiles(files);
  };
  const pictures = extensions.some((extension) => ['jpg', 'png'].includes(canonicalExtension(extension)));
  return (
    <div {...root} className="grid gap-2">
      {children}
      {room ? (
        <div className={classes('drop', isDragActive && 'over', more && !isDragActive && 'border-0! p-0! bg-transparent!')}>
          <input {...input} multiple={many} accept={acceptOf(extensions)} aria-label={label} tabIndex={-1} />
          {isDragActive ? (
            <>
              <FileDown />
              <span className="font-semibold text-ink">{kit('drop')}</span>
              {target ? <span className="text-m text-text-2">{target}</span> : null}
            </>
          ) : (
            <>
              <Button
                size="s"
                look={more ? 'quiet' : 'secondary'}
                icon={<Paperclip />}
                aria-label={t('addTo', { add: more ? t('addMore') : kit('add'), label })}
                onClick={open}
              >
                {more ? t('addMore') : kit('add')}
              </Button>
              {pictures ? (
                <span className="contents pointer-fine:hidden">
                  <input
                    ref={camera}
                    type="file"
                    accept="image/jpeg,image/png"
                    capture="environment"
                    hidden
                    aria-label={label}
                    tabIndex={-1}
                    onChange={shot}
                  />
                  <Button
                    size="s"
                    look={more ? 'quiet' : 'secondary'}
                    icon={<Camera />}
                    aria-label={t('addTo', { add: kit('shoot'), label })}
                    onClick={() => camera.current?.click()}
                  >
                    {kit('shoot')}
                  </Button>
                </span>
              ) : null}
              {more ? null : <span className="drag text-m text-text-2 pointer-coarse:hidden">{kit('drag')}</span>}
            </>
          )}
        </div>
      ) : null}
    </div>
  );
}
