'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/ui/kit/button';
import { SaveState } from '@/ui/kit/save-state';
import { useToast } from '@/ui/kit/toast';
import { EntryChoices } from './entry-choices';
import { EntryFields } from './entry-fields';
import type { EntryIo, EntryRow } from './entry-saver';
import type { EntryIndicator, StoredEntry } from './entry-typed';
import { useEntries } from './use-entries';

export interface EntryEditorProps {
  /** The case or card the entries belong to: tells them apart in this browser's storage. */
  place: string;
  indicator: EntryIndicator;
  /** What the entries belong to, for those who do not see where they are. */
  label: string;
  entries: readonly StoredEntry[];
  io: EntryIo;
}

const WIDE: Record<number, string> = {
  1: '@min-[31rem]:grid-cols-[minmax(0,1fr)_2.75rem]',
  2: '@min-[31rem]:grid-cols-[repeat(2,minmax(0,1fr))_2.75rem]',
  3: '@min-[31rem]:grid-cols-[repeat(3,minmax(0,1fr))_2.75rem]',
};

/** The entries of one indicator while they are being written: links, a text, rows of a table, a record, choices. Saves by itself. */
export function EntryEditor({ place, indicator, label, entries, io }: EntryEditorProps) {
  const t = useTranslations('portfolio.entries');
  const toast = useToast();
  const { rows, state, saver } = useEntries(place, indicator, entries, io);
  const [added, setAdded] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const many = indicator.maxEntries > 1;
  const kind = indicator.entryKind === 'link' ? 'link' : 'row';
  // Few columns stand side by side under one head; more of them would be too narrow to be read.
  const columns = many ? WIDE[indicator.columns.some((column) => column.type === 'long') ? 1 : indicator.columns.length] : undefined;
  useEffect(() => {
    if (added) list.current?.querySelector<HTMLElement>(`[data-row="${added}"] :is(input, textarea, select)`)?.focus();
  }, [added]);
  const remove = async (row: EntryRow) => {
    const gone = await saver()?.remove(row.key);
    if (gone) toast({ text: t(kind === 'link' ? 'linkRemoved' : 'rowRemoved'), undo: () => void saver()?.putBack(gone) });
  };
  const fields = (row: EntryRow, no: number) => (
    <EntryFields
      indicator={indicator}
      row={row}
      no={no}
      wide={columns}
      put={(column, held) => saver()?.put(row.key, column, held)}
      leave={() => void saver()?.flush()}
      resolve={(choice) => saver()?.resolve(row.key, choice)}
      {...(many ? { remove: () => void remove(row) } : {})}
    />
  );
  const [only] = rows;
  return (
    <fieldset className="@container mt-3 grid gap-3 border-0 p-0">
      <legend className="sr-only">{label}</legend>
      {indicator.entryKind === 'choices' && only ? (
        <EntryChoices
          indicator={indicator}
          row={only}
          label={label}
          put={(values) => saver()?.put(only.key, 'values', values)}
          resolve={(choice) => saver()?.resolve(only.key, choice)}
        />
      ) : null}
      {indicator.entryKind !== 'choices' && !many && only ? fields(only, 1) : null}
      {many ? (
        <>
          {columns && rows.length > 0 && indicator.columns.length > 1 ? (
            <div className={`hidden gap-2 text-m font-semibold text-text-2 @min-[31rem]:grid ${columns}`} aria-hidden>
              {indicator.columns.map((column) => (
                <span key={column.id}>{column.label}</span>
              ))}
            </div>
          ) : null}
          {rows.length > 0 ? (
            <ol ref={list} className="grid gap-3 @min-[31rem]:gap-2">
              {rows.map((row, k) => (
                <li key={row.key} data-row={row.key}>
                  {fields(row, k + 1)}
                </li>
              ))}
            </ol>
          ) : null}
          {rows.length < indicator.maxEntries ? (
            <div>
              <Button
                size="s"
                look={rows.length > 0 ? 'quiet' : 'secondary'}
                icon={<Plus />}
                aria-label={t('addTo', { add: t(kind === 'link' ? 'addLink' : 'addRow'), label })}
                onClick={() => setAdded(saver()?.add() ?? null)}
              >
                {t(kind === 'link' ? 'addLink' : 'addRow')}
              </Button>
            </div>
          ) : (
            <p className="hint">{t('full', { max: indicator.maxEntries })}</p>
          )}
        </>
      ) : null}
      {state === 'idle' ? null : <SaveState small state={state} onRetry={() => void saver()?.flush()} />}
    </fieldset>
  );
}
