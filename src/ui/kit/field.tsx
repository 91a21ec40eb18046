import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';
import { LimitedControl } from './limited-control';

export interface FieldFrame {
  /** Label above the control, never a placeholder. */
  label: ReactNode;
  hint?: ReactNode;
  /** The sentence of the refusal; the field is marked by it. */
  error?: ReactNode;
  /** Says «по желанию»; required fields carry no mark. */
  optional?: boolean;
  /** A link or note at the right end of the label's line. */
  aside?: ReactNode;
  name: string;
  id?: string;
}

/** What a control must carry so that its label, hint and error are read with it. */
export function describe({ id, name, hint, error }: Pick<FieldFrame, 'id' | 'name' | 'hint' | 'error'>) {
  const key = id ?? name;
  const by = [hint ? `${key}-hint` : '', error ? `${key}-error` : ''].filter(Boolean).join(' ');
  return { id: key, name, 'aria-describedby': by || undefined, 'aria-invalid': error ? true : undefined };
}

/** Label, hint, error, control, in this order. The control is a child that carries `describe(...)`. */
export function Field({
  label,
  hint,
  error,
  optional,
  aside,
  name,
  id,
  className,
  children,
}: FieldFrame & { className?: string; children: ReactNode }) {
  const key = id ?? name;
  return (
    <div className={classes('field', Boolean(error) && 'field-err', className)}>
      <div className="label-line">
        <label className="label" htmlFor={key}>
          {label}
        </label>
        {optional ? <Optional /> : null}
        {aside}
      </div>
      <HintAndError id={key} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** The mark of a field that may stay empty. */
export function Optional() {
  const t = useTranslations('kit');
  return <span className="hint">{t('optional')}</span>;
}

/** Hint and error of a control, with the ids that `describe` refers to. */
export function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="err" id={`${id}-error`}>
          <CircleAlert />
          <span>{error}</span>
        </p>
      ) : null}
    </>
  );
}

type Control<T extends 'input' | 'textarea' | 'select'> = FieldFrame & Omit<ComponentProps<T>, keyof FieldFrame> & { small?: boolean };

function split<T extends 'input' | 'textarea' | 'select'>(props: Control<T>) {
  const { label, hint, error, optional, aside, name, id, small, className, ...control } = props;
  return { frame: { label, hint, error, optional, aside, name, id }, control, className: classes('input', small && 'input-s', className) };
}

/** One line of text; also e-mail, telephone, password by `type`. `maxLength` is counted and said, it cuts nothing. */
export function TextField({ maxLength, ...props }: Control<'input'>) {
  const { frame, control, className } = split<'input'>(props as Control<'input'>);
  return (
    <Field {...frame}>
      {maxLength === undefined ? (
        <input type="text" {...control} {...describe(frame)} className={className} />
      ) : (
        <LimitedControl as="input" type="text" limit={maxLength} {...control} {...describe(frame)} className={className} />
      )}
    </Field>
  );
}

/** An e-mail address. */
export function EmailField(props: Control<'input'>) {
  return <TextField autoComplete="email" spellCheck={false} {...props} type="email" />;
}

/** A whole or decimal number; a text box, so that scrolling never changes it and a comma is accepted. */
export function NumberField({ decimal, className, ...props }: Control<'input'> & { decimal?: boolean }) {
  return <TextField {...props} inputMode={decimal ? 'decimal' : 'numeric'} className={classes('input-num', className)} />;
}

/** A day; its value is «2026-11-16», shown as the browser's language writes it. */
export function DateField({ className, ...props }: Control<'input'>) {
  return <TextField {...props} type="date" className={classes('input-date', className)} />;
}

/** Several lines; grows with what is typed. `maxLength` is counted and said, it cuts nothing. */
export function TextAreaField({ maxLength, ...props }: Control<'textarea'>) {
  const { frame, control, className } = split<'textarea'>(props as Control<'textarea'>);
  return (
    <Field {...frame}>
      {maxLength === undefined ? (
        <textarea {...control} {...describe(frame)} className={className} />
      ) : (
        <LimitedControl as="textarea" limit={maxLength} {...control} {...describe(frame)} className={className} />
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
  hint?: ReactNode;
  disabled?: boolean;
}

/** A list to choose one from; the first entry, when `empty` is given, means that nothing is chosen yet. */
export function SelectField({ options, empty, ...props }: Control<'select'> & { options: readonly Option[]; empty?: string }) {
  const { frame, control, className } = split<'select'>(props as Control<'select'>);
  return (
    <Field {...frame}>
      <select {...control} {...describe(frame)} className={className}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
