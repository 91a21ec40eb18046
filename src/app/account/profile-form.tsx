'use client';
import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import type { AccountPageQuery } from '@/gql/graphql';
import { SubmitButton } from '@/ui/kit/button';
import { RadioTiles } from '@/ui/kit/choice';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { EmailField, TextField } from '@/ui/kit/field';
import { Notice } from '@/ui/kit/notice';
import { EMPTY_FORM, errorOf } from '@/ui/session/form-state';
import { PasswordField } from '@/ui/session/password-field';
import { saveProfile } from './actions';

type Person = NonNullable<AccountPageQuery['viewer']>;

export function ProfileForm({ person, language }: { person: Person; language: string }) {
  const t = useTranslations('auth');
  const [state, action] = useActionState(saveProfile, EMPTY_FORM);
  const value = (field: 'lastName' | 'firstName' | 'patronymic' | 'email' | 'phone') => state.values?.[field] ?? person[field];
  const [email, setEmail] = useState(person.email);
  return (
    <form action={action} className="grid gap-5" noValidate>
      <ErrorSummary errors={state.errors} />
      {state.done ? (
        <Notice tone="ok" role="status">
          {t('profile.saved')}
        </Notice>
      ) : null}
      <TextField
        name="lastName"
        label={t('profile.lastName')}
        defaultValue={value('lastName')}
        error={errorOf(state, 'lastName')}
        maxLength={TEXT_LIMITS.name}
        autoComplete="family-name"
      />
      <TextField
        name="firstName"
        label={t('profile.firstName')}
        defaultValue={value('firstName')}
        error={errorOf(state, 'firstName')}
        maxLength={TEXT_LIMITS.name}
        autoComplete="given-name"
      />
      <TextField
        name="patronymic"
        label={t('profile.patronymic')}
        hint={t('profile.patronymicHint')}
        defaultValue={value('patronymic')}
        error={errorOf(state, 'patronymic')}
        maxLength={TEXT_LIMITS.name}
        autoComplete="additional-name"
        optional
      />
      <EmailField
        name="email"
        label={t('profile.email')}
        hint={t('profile.emailHint')}
        defaultValue={value('email')}
        error={errorOf(state, 'email')}
        onChange={(event) => setEmail(event.target.value)}
      />
      {person.hasPassword || person.ownerProven || email === person.email ? null : <Notice tone="info">{t('proof.email')}</Notice>}
      {!person.hasPassword || (email === person.email && !errorOf(state, 'current')) ? null : (
        <PasswordField name="current" label={t('profile.current')} hint={t('profile.currentHint')} error={errorOf(state, 'current')} />
      )}
      <TextField
        name="phone"
        type="tel"
        label={t('profile.phone')}
        hint={t('profile.phoneHint')}
        defaultValue={value('phone')}
        error={errorOf(state, 'phone')}
        maxLength={TEXT_LIMITS.phone}
        autoComplete="tel"
        optional
      />
      {person.sex || person.profileMissing.includes('sex') ? (
        <RadioTiles
          name="sex"
          label={t('profile.sex')}
          defaultValue={state.values?.sex ?? person.sex ?? ''}
          error={errorOf(state, 'sex')}
          options={[
            { value: 'female', label: t('profile.female') },
            { value: 'male', label: t('profile.male') },
          ]}
        />
      ) : null}
      <RadioTiles
        name="language"
        label={t('profile.language')}
        defaultValue={state.values?.language ?? language}
        options={[
          { value: 'ru', label: 'Русский' },
          { value: 'en', label: 'English' },
        ]}
      />
      <div>
        <SubmitButton busyLabel={t('saving')} block>
          {t('profile.save')}
        </SubmitButton>
      </div>
    </form>
  );
}
