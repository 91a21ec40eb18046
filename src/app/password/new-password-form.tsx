'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { SubmitButton } from '@/ui/kit/button';
import { CheckField } from '@/ui/kit/choice';
import { Notice } from '@/ui/kit/notice';
import { EMPTY_FORM, errorOf } from '@/ui/session/form-state';
import { PasswordField } from '@/ui/session/password-field';
import { choosePassword, resetPassword } from './actions';

interface NewPasswordFormProps {
  /** By the link of a letter, or in place of the one-time password. */
  token?: string;
  next?: string;
  login?: string;
  /** Of the portal, joined to the account: those that only a session joined go unless they are ticked. */
  identities?: readonly { id: string; label: string; proven: boolean }[];
}

/** One password, typed once: it can be looked at. */
export function NewPasswordForm({ token, next, login, identities = [] }: NewPasswordFormProps) {
  const t = useTranslations('auth');
  const [state, action] = useActionState(token ? resetPassword : choosePassword, EMPTY_FORM);
  const general = state.errors.filter((e) => e.field !== 'next');
  return (
    <form action={action} className="grid gap-5 mt-7">
      {general.length ? (
        <Notice tone="danger" role="alert">
          {general.map((e) => e.message).join(' ')}
        </Notice>
      ) : null}
      {token ? <input type="hidden" name="token" value={token} /> : null}
      <input type="hidden" name="next" value={next ?? ''} />
      {login ? <input type="text" name="username" autoComplete="username" value={login} readOnly hidden /> : null}
      <PasswordField
        name="next_password"
        label={t('choose.password')}
        hint={t('choose.hint')}
        error={errorOf(state, 'next')}
        autoComplete="new-password"
        required
      />
      {identities.length ? (
        <fieldset className="grid gap-2">
          <legend className="font-semibold">{t('reset.identities')}</legend>
          {identities.map(({ id, label, proven }) =>
            proven ? (
              <p key={id}>{label}</p>
            ) : (
              <CheckField key={id} id={`keep-${id}`} name="keep" value={id} label={t('reset.keep', { identity: label })} />
            ),
          )}
          {identities.every(({ proven }) => proven) ? null : <p className="text-s text-text-2">{t('reset.identitiesHint')}</p>}
        </fieldset>
      ) : null}
      <SubmitButton busyLabel={t('saving')} className="w-full">
        {t('choose.save')}
      </SubmitButton>
    </form>
  );
}
