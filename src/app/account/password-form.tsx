'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { SubmitButton } from '@/ui/kit/button';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { Notice } from '@/ui/kit/notice';
import { EMPTY_FORM, errorOf } from '@/ui/session/form-state';
import { PasswordField } from '@/ui/session/password-field';
import { changePassword } from './actions';

/** The controls of the fields, under names that password managers know. */
const CONTROLS: Readonly<Record<string, string>> = { current: 'present', next: 'next_password' };

/** Chooses a password; whoever has none yet has shown in another way who he is. */
export function PasswordForm({ login, hasPassword }: { login: string; hasPassword: boolean }) {
  const t = useTranslations('auth');
  const [state, action] = useActionState(changePassword, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-5">
      <ErrorSummary errors={state.errors.map((error) => ({ ...error, field: CONTROLS[error.field ?? ''] ?? error.field }))} />
      {state.done ? (
        <Notice tone="ok" role="status">
          {t('change.done')}
        </Notice>
      ) : null}
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      {hasPassword ? <PasswordField name="present" label={t('change.current')} error={errorOf(state, 'current')} required /> : null}
      <PasswordField
        name="next_password"
        label={t('choose.password')}
        hint={t('choose.hint')}
        error={errorOf(state, 'next')}
        autoComplete="new-password"
        required
      />
      <div>
        <SubmitButton look="secondary" busyLabel={t('saving')} block>
          {t(hasPassword ? 'change.save' : 'choose.save')}
        </SubmitButton>
      </div>
    </form>
  );
}
