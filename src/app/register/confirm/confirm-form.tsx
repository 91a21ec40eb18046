'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { SubmitButton } from '@/ui/kit/button';
import { Notice } from '@/ui/kit/notice';
import { EMPTY_FORM } from '@/ui/session/form-state';
import { confirm } from '../actions';
import { ConfirmedScreen } from './confirmed-screen';

/** One press confirms the address a letter went to. */
export function ConfirmForm({ token, email, login }: { token: string; email: string; login: string }) {
  const t = useTranslations('auth');
  const [state, action] = useActionState(confirm, EMPTY_FORM);
  if (state.done) return <ConfirmedScreen />;
  return (
    <>
      <h1>{t('confirmEmail.title')}</h1>
      <p className="lead wrap-anywhere">{t('confirmEmail.lead', { email, login })}</p>
      <p>{t('confirmEmail.notYours')}</p>
      <form action={action} className="grid gap-5 mt-7">
        {state.errors.length ? (
          <Notice tone="danger" role="alert">
            {state.errors.map((e) => e.message).join(' ')} {t('confirmEmail.again')}
          </Notice>
        ) : null}
        <input type="hidden" name="token" value={token} />
        <SubmitButton busyLabel={t('saving')} className="w-full">
          {t('confirmEmail.send')}
        </SubmitButton>
      </form>
    </>
  );
}
