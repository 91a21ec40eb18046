'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { SubmitButton } from '@/ui/kit/button';
import { Notice } from '@/ui/kit/notice';
import { EMPTY_FORM } from '@/ui/session/form-state';
import { cancelEmailChange, sendConfirmation } from './actions';

/** Says which address waits for the link of its letter, and where letters go meanwhile; sends the letter once more or takes the address back. */
export function ConfirmationForm({ email, former }: { email: string; former: string | null }) {
  const t = useTranslations('auth');
  const [sent, sendAgain] = useActionState(sendConfirmation, EMPTY_FORM);
  const [, cancel] = useActionState(cancelEmailChange, EMPTY_FORM);
  return (
    <Notice
      tone="warn"
      title={former ? t('profile.emailWaits') : t('profile.emailNotConfirmed')}
      actions={
        <>
          <form action={sendAgain}>
            <SubmitButton look="secondary" size="s" busyLabel={t('sending')}>
              {t('profile.sendAgain')}
            </SubmitButton>
          </form>
          {former ? (
            <form action={cancel}>
              <SubmitButton look="quiet" size="s" busyLabel={t('saving')}>
                {t('profile.cancelEmail')}
              </SubmitButton>
            </form>
          ) : null}
        </>
      }
    >
      <span className="wrap-anywhere">
        {former ? t('profile.emailWaitsText', { email, former }) : t('profile.emailNotConfirmedText', { email })}
      </span>
      <span role="status" className="block">
        {sent.done ? t('profile.sentAgain') : sent.errors.map((e) => e.message).join(' ')}
      </span>
    </Notice>
  );
}
