'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { SubmitButton } from '@/ui/kit/button';
import { Notice } from '@/ui/kit/notice';
import { EMPTY_FORM } from '@/ui/session/form-state';
import { sendConfirmation } from './actions';

/** Says that the address is not confirmed yet and sends the letter once more. */
export function ConfirmationForm() {
  const t = useTranslations('auth');
  const [state, action] = useActionState(sendConfirmation, EMPTY_FORM);
  return (
    <form action={action}>
      <Notice
        tone="warn"
        title={t('profile.emailNotConfirmed')}
        actions={
          <SubmitButton look="secondary" size="s" busyLabel={t('sending')}>
            {t('profile.sendAgain')}
          </SubmitButton>
        }
      >
        {t('profile.emailNotConfirmedText')}
        <span role="status" className="block">
          {state.done ? t('profile.sentAgain') : state.errors.map((e) => e.message).join(' ')}
        </span>
      </Notice>
    </form>
  );
}
