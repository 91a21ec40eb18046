'use client';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, IconButton } from '@/ui/kit/button';
import { classes } from '@/ui/kit/classes';
import { Notice } from '@/ui/kit/notice';
import { EntryCell } from './entry-cell';
import type { EntryRow } from './entry-saver';
import { type EntryIndicator, missingColumn, textOf, typedOf } from './entry-typed';

interface EntryFieldsProps {
  indicator: EntryIndicator;
  row: EntryRow;
  no: number;
  /** Classes that put the columns side by side where there is room; without them they stand in pairs. */
  wide: string | undefined;
  put: (column: string, held: string) => void;
  leave: () => void;
  resolve: (choice: 'mine' | 'theirs') => void;
  /** Absent where there is only one. */
  remove?: () => void;
}

/** One entry: a line of a table where there is room, a card on a phone. */
export function EntryFields({ indicator, row, no, wide, put, leave, resolve, remove }: EntryFieldsProps) {
  const t = useTranslations('portfolio.entries');
  const many = Boolean(remove);
  const alone = indicator.columns.length === 1;
  const missing = missingColumn(indicator, row.typed);
  const named = t(indicator.entryKind === 'link' ? 'linkNo' : 'rowNo', { no });
  const away = remove ? <IconButton label={t('remove', { name: named })} icon={<Trash2 />} onClick={remove} /> : null;
  return (
    <div
      className={classes(
        'grid gap-2',
        many && 'rounded-[var(--r-m)] border border-line p-3',
        many && wide && '@min-[31rem]:border-0 @min-[31rem]:p-0',
      )}
    >
      {many ? (
        <div className={classes('flex items-center justify-between', wide && '@min-[31rem]:hidden')}>
          <span className="text-m font-semibold text-text-2">{named}</span>
          {away}
        </div>
      ) : null}
      <div
        className={classes(
          'grid items-start gap-3',
          wide ? `@min-[31rem]:gap-2 @min-[31rem]:[&_.label-line]:sr-only ${wide}` : !alone && '@min-[28rem]:grid-cols-2',
        )}
      >
        {indicator.columns.map((column) => (
          <EntryCell
            key={column.id}
            column={column}
            name={`${indicator.id}-${row.key}-${column.id}`}
            label={
              <>
                {column.label}
                {many ? <span className="sr-only"> {named}</span> : null}
              </>
            }
            value={textOf(row.typed, column.id)}
            error={row.errors[column.id]}
            optional={indicator.entryKind === 'link' && !column.required}
            empty={t('choose')}
            change={(value) => put(column.id, value)}
            leave={leave}
          />
        ))}
        {wide && away ? <span className="hidden @min-[31rem]:inline">{away}</span> : null}
      </div>
      {missing && row.unsaved && Object.keys(row.errors).length === 0 ? (
        <p className="hint" role="status">
          {t('missing', { column: missing.label })}
        </p>
      ) : null}
      {row.errors[''] ? (
        <Notice tone="danger" role="alert">
          {row.errors['']}
        </Notice>
      ) : null}
      {row.theirs ? <Conflict indicator={indicator} row={row} resolve={resolve} /> : null}
    </div>
  );
}

/** Two windows wrote the same entry: theirs is shown beside what stands in the controls, the person chooses, nothing is lost. */
export function Conflict({ indicator, row, resolve }: Pick<EntryFieldsProps, 'indicator' | 'row' | 'resolve'>) {
  const t = useTranslations('portfolio.entries');
  const theirs = typedOf(indicator, row.theirs?.value);
  const word = (value: string) => indicator.options.find((option) => option.value === value)?.label ?? value;
  const values = Array.isArray(theirs.values) ? theirs.values.map(word) : [];
  const lines = indicator.columns.map(({ id, label, options }) => {
    const text = textOf(theirs, id);
    return { id, label, text: options.find((option) => option.value === text)?.label ?? text };
  });
  return (
    <Notice
      tone="danger"
      role="alert"
      title={t('clash')}
      actions={
        <>
          <Button size="s" onClick={() => resolve('mine')}>
            {t('keepMine')}
          </Button>
          <Button size="s" onClick={() => resolve('theirs')}>
            {t('takeTheirs')}
          </Button>
        </>
      }
    >
      {values.join(', ')}
      {lines
        .filter(({ text }) => text !== '')
        .map(({ id, label, text }) => (
          <span key={id} className="block whitespace-pre-line [overflow-wrap:anywhere]">
            {lines.length > 1 ? `${label}: ${text}` : text}
          </span>
        ))}
    </Notice>
  );
}
