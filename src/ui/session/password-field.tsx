'use client';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { describe, Field, type FieldFrame } from '@/ui/kit/field';

/** A password that can be looked at while it is typed. */
export function PasswordField({
  label,
  hint,
  error,
  aside,
  name,
  id,
  ...input
}: FieldFrame & Omit<ComponentProps<'input'>, keyof FieldFrame>) {
  const t = useTranslations('auth');
  const [shown, show] = useState(false);
  const frame = { label, hint, error, aside, name, id };
  return (
    <Field {...frame}>
      <div className="relative">
        <input
          autoComplete="current-password"
          {...input}
          {...describe(frame)}
          type={shown ? 'text' : 'password'}
          className="input pr-32"
          spellCheck={false}
          autoCapitalize="none"
        />
        <button
          type="button"
          className="btn btn-quiet btn-s absolute right-1.5 top-1/2 -translate-y-1/2"
          aria-pressed={shown}
          onClick={() => show(!shown)}
        >
          {shown ? <EyeOff /> : <Eye />}
          {shown ? t('hide') : t('show')}
        </button>
      </div>
    </Field>
  );
}
