'use client';
import { MailCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { SubmitButton } from '@/ui/kit/button';
import { TextField } from '@/ui/kit/field';
import { Link } from '@/ui/kit/link';
import { Notice } from '@/ui/kit/notice';
import { EMPTY_FORM, errorOf } from '@/ui/session/form-state';
import { requestReset } from '../actions';

export function ForgotForm() {
  const t = useTranslations('auth');
  const [state, action] = useActionState(requestReset, EMPTY_FORM);
  if (state.done) {
    return (
      <div role="status" className="grid gap-5 justify-items-start">
        <span className="grid place-items-center size-12 rounded-control bg-ok-soft text-ok border border-ok-line">
          <MailCheck />
        </span>
        <h1>{t('forgotten.sent')}</h1>
        <p className="lead">{t('forgotten.sentText')}</p>
        <Link href="/sign-in">{t('access.toSignIn')}</Link>
      </div>
    );
  }
  const general = state.errors.filter((e) => e.field !== 'login');
  return (
    <>
      <h1>{t('forgotten.title')}</h1>
      <p className="lead">{t('forgotten.lead')}</p>
      <form action={action} className="grid gap-5 mt-7" noValidate>
        {general.length ? (
          <Notice tone="danger" role="alert">
            {general.map((e) => e.message).join(' ')}
          </Notice>
        ) : null}
        <TextField
          name="login"
          label={t('login')}
          error={errorOf(state, 'login')}
          defaultValue={state.values?.login ?? ''}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <SubmitButton busyLabel={t('sending')} className="w-full">
          {t('forgotten.send')}
        </SubmitButton>
      </form>
      <p className="mt-7">
        <Link href="/sign-in">{t('forgotten.back')}</Link>
      </p>
    </>
  );
}
