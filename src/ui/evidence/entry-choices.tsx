'use client';
import { useTranslations } from 'next-intl';
import { CheckField } from '@/ui/kit/choice';
import { SelectField } from '@/ui/kit/field';
import { Notice } from '@/ui/kit/notice';
import { Conflict } from './entry-fields';
import type { EntryRow } from './entry-saver';
import type { EntryIndicator } from './entry-typed';

interface EntryChoicesProps {
  indicator: EntryIndicator;
  row: EntryRow;
  label: string;
  put: (values: readonly string[]) => void;
  resolve: (choice: 'mine' | 'theirs') => void;
}

/** One of a list, or several. */
export function EntryChoices({ indicator, row, label, put, resolve }: EntryChoicesProps) {
  const t = useTranslations('portfolio.entries');
  const taken = Array.isArray(row.typed.values) ? row.typed.values : [];
  const error = row.errors.values ?? row.errors[''];
  const name = `${indicator.id}-${row.key}`;
  return (
    <>
      {indicator.maxChoices === 1 ? (
        <SelectField
          name={name}
          label={<span className="sr-only">{label}</span>}
          options={indicator.options}
          empty={t('choose')}
          value={taken[0] ?? ''}
          error={error}
          onChange={(event) => put(event.target.value ? [event.target.value] : [])}
        />
      ) : (
        <div className="choices">
          {indicator.options.map((option) => (
            <CheckField
              key={option.value}
              tile
              name={`${name}-${option.value}`}
              label={option.label}
              checked={taken.includes(option.value)}
              onChange={(event) => put(event.target.checked ? [...taken, option.value] : taken.filter((one) => one !== option.value))}
            />
          ))}
        </div>
      )}
      {error && indicator.maxChoices !== 1 ? (
        <Notice tone="danger" role="alert">
          {error}
        </Notice>
      ) : null}
      {row.theirs ? <Conflict indicator={indicator} row={row} resolve={resolve} /> : null}
    </>
  );
}
