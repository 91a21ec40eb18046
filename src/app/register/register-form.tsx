'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import { SubmitButton } from '@/ui/kit/button';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { EmailField, TextField } from '@/ui/kit/field';
import { Link } from '@/ui/kit/link';
import { DoneScreen } from '@/ui/session/done-screen';
import { EMPTY_FORM, errorOf } from '@/ui/session/form-state';
import { NameFields } from '@/ui/session/name-fields';
import { PasswordField } from '@/ui/session/password-field';
import { register } from './actions';

/** A teacher chooses a login and a password and names himself. */
export function RegisterForm({ mailbox }: { mailbox: string | null }) {
  const t = useTranslations('auth');
  const [state, action] = useActionState(register, EMPTY_FORM);
  if (state.done) {
    return (
      <DoneScreen title={t('register.done')} mail>
        <p className="lead wrap-anywhere">{t('register.doneText', { email: state.values?.email ?? '' })}</p>
        <p>{t('register.doneKnown')}</p>
        <p>
          <Link href={`/sign-in?login=${encodeURIComponent(state.values?.login ?? '')}`}>{t('access.toSignIn')}</Link>
          {mailbox ? (
            <>
              {' · '}
              <a href={mailbox}>{t('access.mailbox')}</a>
            </>
          ) : null}
        </p>
      </DoneScreen>
    );
  }
  return (
    <>
      <h1>{t('register.title')}</h1>
      <p className="lead">{t('register.lead')}</p>
      <form action={action} className="grid gap-5 mt-7" noValidate>
        <ErrorSummary errors={state.errors} />
        <NameFields state={state} />
        <EmailField
          name="email"
          label={t('access.email')}
          hint={t('register.emailHint')}
          error={errorOf(state, 'email')}
          defaultValue={state.values?.email ?? ''}
        />
        <TextField
          name="login"
          label={t('register.login')}
          hint={t('register.loginHint')}
          maxLength={TEXT_LIMITS.login}
          error={errorOf(state, 'login')}
          defaultValue={state.values?.login ?? ''}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          name="password"
          label={t('password')}
          hint={t('choose.hint')}
          error={errorOf(state, 'password')}
          autoComplete="new-password"
        />
        <SubmitButton busyLabel={t('sending')} className="w-full">
          {t('register.send')}
        </SubmitButton>
      </form>
      <p className="mt-7">
        {t('access.haveAccount')} <Link href="/sign-in">{t('signIn')}</Link>
      </p>
    </>
  );
}
