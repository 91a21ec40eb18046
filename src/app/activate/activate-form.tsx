'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { SubmitButton } from '@/ui/kit/button';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { EmailField, TextField } from '@/ui/kit/field';
import { Link } from '@/ui/kit/link';
import { DoneScreen } from '@/ui/session/done-screen';
import { EMPTY_FORM, errorOf } from '@/ui/session/form-state';
import { PasswordField } from '@/ui/session/password-field';
import { activate } from './actions';

/** SNILS and one-time code open the account; then its owner signs in by SNILS and his own password. */
export function ActivateForm({ code }: { code: string }) {
  const t = useTranslations('auth');
  const [state, action] = useActionState(activate, EMPTY_FORM);
  if (state.done) {
    return (
      <DoneScreen title={t('activate.done')}>
        <p className="lead">{t('activate.doneText')}</p>
        <Link href={`/sign-in?login=${encodeURIComponent(state.values?.snils ?? '')}`}>{t('access.toSignIn')}</Link>
      </DoneScreen>
    );
  }
  return (
    <>
      <h1>{t('activate.title')}</h1>
      <p className="lead">{t('activate.lead')}</p>
      <form action={action} className="grid gap-5 mt-7" noValidate>
        <ErrorSummary errors={state.errors} />
        <TextField
          name="snils"
          label={t('activate.snils')}
          hint={t('activate.snilsHint')}
          error={errorOf(state, 'snils')}
          defaultValue={state.values?.snils ?? ''}
          inputMode="numeric"
          autoComplete="username"
        />
        <TextField
          name="code"
          label={t('activate.code')}
          hint={t('activate.codeHint')}
          error={errorOf(state, 'code')}
          defaultValue={state.values?.code ?? code}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          name="password"
          label={t('choose.password')}
          hint={t('choose.hint')}
          error={errorOf(state, 'password')}
          autoComplete="new-password"
        />
        <EmailField
          name="email"
          label={t('access.email')}
          hint={t('activate.emailHint')}
          error={errorOf(state, 'email')}
          defaultValue={state.values?.email ?? ''}
          optional
        />
        <SubmitButton busyLabel={t('saving')} className="w-full">
          {t('activate.send')}
        </SubmitButton>
      </form>
      <p className="mt-7">
        {t('activate.already')} <Link href="/sign-in">{t('signIn')}</Link>
      </p>
    </>
  );
}
