import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';
import { type FieldFrame, HintAndError, type Option, Optional } from './field';

type RadioInput = Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'type' | keyof FieldFrame>;

/** One of a few: 48 px tiles. `value` for a controlled group, `defaultValue` for an uncontrolled one. */
export function RadioTiles({
  label,
  hint,
  error,
  optional,
  name,
  id,
  options,
  value,
  defaultValue,
  className,
  ...input
}: FieldFrame & RadioInput & { options: readonly Option[]; value?: string; defaultValue?: string }) {
  const key = id ?? name;
  return (
    <fieldset
      className={classes('field', Boolean(error) && 'field-err', className)}
      id={key}
      tabIndex={-1}
      aria-describedby={error ? `${key}-error` : undefined}
    >
      <legend>
        {label} {optional ? <Optional /> : null}
      </legend>
      <HintAndError id={key} hint={hint} error={error} />
      <div className="choices">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              {...input}
              type="radio"
              className="radio"
              name={name}
              value={option.value}
              disabled={option.disabled ?? input.disabled}
              {...(value === undefined ? { defaultChecked: option.value === defaultValue } : { checked: option.value === value })}
            />
            <span>
              {option.label}
              {option.hint ? <span className="hint block">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A yes or no in a line of text; `tile` draws it as a 48 px tile. */
export function CheckField({
  label,
  hint,
  error,
  tile,
  className,
  ...input
}: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode; error?: ReactNode; tile?: boolean; name: string }) {
  const key = input.id ?? input.name;
  return (
    <div className={classes('field', Boolean(error) && 'field-err', className)}>
      <HintAndError id={key} error={error} />
      <label className={tile ? 'choice' : 'tick'}>
        <input
          {...input}
          id={key}
          type="checkbox"
          className="check"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${key}-error` : undefined}
        />
        <span>
          {label}
          {hint ? <span className="hint block">{hint}</span> : null}
        </span>
      </label>
    </div>
  );
}

/** A segmented answer such as «Верно / Неверно»: radios that look like one switch. */
export function SegmentedRadio({
  label,
  name,
  options,
  value,
  defaultValue,
  ...input
}: RadioInput & {
  label: string;
  name: string;
  options: readonly (Option & { tone?: 'yes' | 'no' })[];
  value?: string;
  defaultValue?: string;
}) {
  return (
    <span className="seg" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={option.tone}>
          <input
            {...input}
            type="radio"
            name={name}
            value={option.value}
            disabled={option.disabled ?? input.disabled}
            {...(value === undefined ? { defaultChecked: option.value === defaultValue } : { checked: option.value === value })}
          />
          {option.label}
        </label>
      ))}
    </span>
  );
}
