'use client';
import { useTranslations } from 'next-intl';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { TextField } from '@/ui/kit/field';
import { errorOf, type FormState } from './form-state';

type Names = Record<'lastName' | 'firstName' | 'patronymic', string>;

/** Last name, first name, patronymic of a form; `given` stands in them at first. */
export function NameFields({ state, given }: { state: FormState; given?: Names }) {
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
      defaultValue={state.values?.[name] ?? given?.[name] ?? ''}
      error={errorOf(state, name)}
      maxLength={TEXT_LIMITS.name}
      autoComplete={complete}
      optional={name === 'patronymic'}
    />
  ));
}
