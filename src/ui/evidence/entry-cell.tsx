'use client';
import type { EntryColumn as DomainColumn } from '@/domain/evidence';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { DateField, type FieldFrame, NumberField, SelectField, TextAreaField, TextField } from '@/ui/kit/field';
import type { EntryColumn } from './entry-typed';

interface EntryCellProps {
  column: EntryColumn;
  /** Unique on the page. */
  name: string;
  label: FieldFrame['label'];
  value: string;
  error?: string | undefined;
  optional?: boolean;
  /** The first entry of a list to choose from. */
  empty: string;
  change: (value: string) => void;
  leave: () => void;
}

/** One column of an entry, by its kind. */
export function EntryCell({ column, name, label, value, error, optional = false, empty, change, leave }: EntryCellProps) {
  const frame = {
    name,
    label,
    error,
    optional,
    value,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
    onBlur: leave,
  };
  switch (column.type as DomainColumn['type']) {
    case 'number':
      return <NumberField {...frame} decimal maxLength={TEXT_LIMITS.number} />;
    case 'date':
      return <DateField {...frame} />;
    case 'url':
      return <TextField {...frame} type="url" inputMode="url" spellCheck={false} autoComplete="off" maxLength={column.max} />;
    case 'choice':
      return <SelectField {...frame} options={column.options} empty={empty} />;
    case 'long':
      return <TextAreaField {...frame} rows={3} maxLength={column.max} />;
    case 'text':
      return <TextAreaField {...frame} rows={1} className="min-h-[var(--control)]!" maxLength={column.max} />;
  }
}
