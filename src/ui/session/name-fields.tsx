'use client';
import { useTranslations } from 'next-intl';
import { TextField } from '@/ui/kit/field';
import { errorOf, type FormState } from './form-state';

/** Last name, first name, patronymic of a form. */
export function NameFields({ state }: { state: FormState }) {
  const t = useTranslations('auth');
  const fields = [
    ['lastName', 'family-name'],
    ['firstName', 'given-name'],
    ['patronymic', 'additional-name'],
  ] as const;
  return fields.map(([name, complete]) => (
    <TextField
      key={name}
      name={name}
      label={t(`profile.${name}`)}
      defaultValue={state.values?.[name] ?? ''}
      error={errorOf(state, name)}
      autoComplete={complete}
      optional={name === 'patronymic'}
    />
  ));
}
