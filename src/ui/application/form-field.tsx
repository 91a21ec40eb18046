import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FieldType } from '@/domain/procedure/vocabulary';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { CheckField, RadioTiles } from '@/ui/kit/choice';
import { HintAndError, type Option, SelectField, TextField } from '@/ui/kit/field';
import { CardText } from './card-text';
import { DateOrIndefinite } from './date-or-indefinite';
import type { FormFieldView } from './form-view';

export interface FormFieldProps {
  field: FormFieldView;
  value: string;
  error?: string | undefined;
  optional: boolean;
  /** Choices that do not stand in the field itself: places, positions, categories. */
  options: readonly Option[];
  /** What keeps the list closed, e.g. that the municipality is missing. */
  closed?: string | undefined;
  /** What the school's card says of a text. */
  onCard?: string | undefined;
  /** News about the field, e.g. that it was emptied. */
  note?: string | undefined;
  /** The control of a file field. */
  slot?: ReactNode;
  change: (value: string) => void;
  leave: () => void;
}

const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  last_name: 'family-name',
  first_name: 'given-name',
  patronymic: 'additional-name',
};

/** One question of the form, drawn by its kind. */
export function FormField({ field, value, error, optional, options, closed, note, onCard, slot, change, leave }: FormFieldProps) {
  const t = useTranslations('teacher.form');
  const frame = { name: field.id, label: field.label, hint: field.hint ?? undefined, error, optional };
  const typed = {
    ...frame,
    value,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
    onBlur: leave,
    maxLength: TEXT_LIMITS.answer,
  };
  switch (field.type as FieldType) {
    case 'email':
      return <TextField {...typed} type="email" autoComplete="email" spellCheck={false} inputMode="email" />;
    case 'phone':
      return <TextField {...typed} type="tel" autoComplete="tel" inputMode="tel" className="max-w-72" maxLength={TEXT_LIMITS.phone} />;
    case 'number':
      return <TextField {...typed} inputMode="decimal" className="input-num" />;
    case 'snils':
      return <TextField {...typed} inputMode="numeric" className="max-w-72" />;
    case 'date':
    case 'birth_date':
      return <DateOrIndefinite frame={frame} indefinite={field.indefinite ?? null} value={value} change={change} leave={leave} />;
    case 'checkbox':
      return (
        <CheckField
          tile
          name={field.id}
          label={field.label}
          hint={field.hint}
          error={error}
          checked={value === 'true'}
          onChange={(event) => change(event.target.checked ? 'true' : '')}
        />
      );
    case 'category':
    case 'held_category': {
      const none = field.type === 'held_category' ? [{ value: '', label: field.emptyMeans ?? '' }] : [];
      return (
        <RadioTiles {...frame} optional={false} options={[...options, ...none]} value={value} onChange={(e) => change(e.target.value)} />
      );
    }
    case 'select':
    case 'municipality':
    case 'organisation':
    case 'position':
      return (
        <div className="grid gap-2">
          <SelectField {...typed} options={options} empty={closed ?? t('choose')} disabled={Boolean(closed)} />
          <p className="hint" role="status">
            {note}
          </p>
        </div>
      );
    case 'file':
    case 'files':
      return (
        <fieldset className="field" id={field.id} tabIndex={-1}>
          <legend>{field.label}</legend>
          <HintAndError id={field.id} hint={field.hint} error={error} />
          {slot}
        </fieldset>
      );
    case 'text':
    case 'identity_document':
      if (onCard !== undefined)
        return <CardText frame={frame} value={value} onCard={onCard} autoComplete={AUTOCOMPLETE[field.id]} change={change} leave={leave} />;
      return <TextField {...typed} autoComplete={AUTOCOMPLETE[field.id]} />;
  }
}
