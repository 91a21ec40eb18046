'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { SubmitButton } from '@/ui/kit/button';
import { Notice } from '@/ui/kit/notice';
import { EMPTY_FORM } from '@/ui/session/form-state';
import { StateSignIn } from '@/ui/session/state-sign-in';
import { sendOwnLink } from './actions';

/** Without a password its owner shows who he is before he sets one or changes the address: by the portal once more, or by a letter. */
export function OwnerProof({ portal, email }: { portal: string | null; email: string }) {
  const t = useTranslations('auth');
  const [state, action] = useActionState(sendOwnLink, EMPTY_FORM);
  return (
    <div className="grid gap-4">
      <p>{t('proof.text')}</p>
      {portal ? <StateSignIn label={portal} next="/account" look="secondary" fresh /> : null}
      {email ? (
        <form action={action} className="grid gap-3">
          <SubmitButton look="quiet" busyLabel={t('sending')} className="w-full">
            {t('proof.letter')}
          </SubmitButton>
          {state.done ? (
            <Notice tone="ok" role="status">
              {t('proof.letterSent', { email })}
            </Notice>
          ) : null}
          {state.errors.length ? (
            <Notice tone="danger" role="alert">
              {state.errors.map((e) => e.message).join(' ')}
            </Notice>
          ) : null}
        </form>
      ) : null}
    </div>
  );
}
