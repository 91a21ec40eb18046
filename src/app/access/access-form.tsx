'use client';
import { MailCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { SubmitButton } from '@/ui/kit/button';
import { EmailField } from '@/ui/kit/field';
import { Link } from '@/ui/kit/link';
import { Notice } from '@/ui/kit/notice';
import { EMPTY_FORM, errorOf } from '@/ui/session/form-state';
import { requestAccess } from './actions';

export function AccessForm({ days, mailbox }: { days: number | null; mailbox: string | null }) {
  const t = useTranslations('auth');
  const [state, action] = useActionState(requestAccess, EMPTY_FORM);
  if (state.done) {
    return (
      <div role="status" className="grid gap-5 justify-items-start">
        <span className="grid place-items-center size-12 rounded-control bg-ok-soft text-ok border border-ok-line">
          <MailCheck />
        </span>
        <h1>{t('access.sent')}</h1>
        <p className="lead wrap-anywhere">{t('access.sentText', { email: state.values?.email ?? '' })}</p>
        <ul className="grid gap-2 list-disc pl-5">
          {days ? <li>{t('access.sentDays', { days })}</li> : null}
          <li>{t('access.sentKnown')}</li>
          <li>{t('access.sentSpam')}</li>
        </ul>
        <p>
          <Link href="/sign-in">{t('access.toSignIn')}</Link>
          {mailbox ? (
            <>
              {' · '}
              <a href={mailbox}>{t('access.mailbox')}</a>
            </>
          ) : null}
        </p>
      </div>
    );
  }
  const general = state.errors.filter((e) => e.field !== 'email');
  return (
    <>
      <h1>{t('access.title')}</h1>
      <p className="lead">{t('access.lead')}</p>
      <form action={action} className="grid gap-5 mt-7" noValidate>
        {general.length ? (
          <Notice tone="danger" role="alert">
            {general.map((e) => e.message).join(' ')}
          </Notice>
        ) : null}
        <EmailField
          name="email"
          label={t('access.email')}
          hint={t('access.emailHint')}
          error={errorOf(state, 'email')}
          defaultValue={state.values?.email ?? ''}
        />
        <SubmitButton busyLabel={t('sending')} className="w-full">
          {t('access.send')}
        </SubmitButton>
      </form>
      <p className="mt-7 text-m text-text-2">{t('access.wrongLetter')}</p>
      <p className="mt-2">
        {t('access.haveAccount')} <Link href="/sign-in">{t('signIn')}</Link>
      </p>
    </>
  );
}
