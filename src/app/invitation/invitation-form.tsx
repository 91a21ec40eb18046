'use client';
import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { TEXT_LIMITS } from '@/domain/typed/limits';
import type { InvitationPageQuery } from '@/gql/graphql';
import { SubmitButton } from '@/ui/kit/button';
import { RadioTiles } from '@/ui/kit/choice';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { Facts } from '@/ui/kit/facts';
import { TextField } from '@/ui/kit/field';
import { EMPTY_FORM, errorOf } from '@/ui/session/form-state';
import { NameFields } from '@/ui/session/name-fields';
import { PasswordField } from '@/ui/session/password-field';
import { acceptInvitation } from './actions';

/** Who is invited chooses login and password and names himself; who has an account gives its password, an unconfirmed one its login as well. */
export function InvitationForm({ token, offer }: { token: string; offer: NonNullable<InvitationPageQuery['invitation']> }) {
  const t = useTranslations('auth');
  const [state, action] = useActionState(acceptInvitation, EMPTY_FORM);
  const value = (field: string) => state.values?.[field] ?? '';
  const [have, setHave] = useState(value('have') || 'no');
  const fresh = !offer.known && have !== 'yes';
  return (
    <>
      <h1>{t('invitation.title')}</h1>
      <p className="lead">{t('invitation.lead', { name: offer.inviterName, role: offer.roleLabel })}</p>
      <div className="mt-6">
        <Facts
          plain
          items={[
            { term: t('region'), value: offer.regionLabel },
            ...(offer.placeLabel ? [{ term: t('issue.organisation'), value: offer.placeLabel }] : []),
            { term: t('profile.email'), value: <span className="wrap-anywhere">{offer.email}</span> },
          ]}
        />
      </div>
      <form action={action} className="grid gap-5 mt-7" noValidate>
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="token" value={token} />
        {offer.known ? <p>{t(offer.asksPassword ? 'invitation.known' : 'invitation.portal')}</p> : null}
        {offer.unconfirmed ? (
          <RadioTiles
            name="have"
            label={t('invitation.have')}
            hint={t('invitation.haveHint')}
            value={have}
            onChange={(event) => setHave(event.target.value)}
            options={[
              { value: 'no', label: t('invitation.haveNo') },
              { value: 'yes', label: t('invitation.haveYes') },
            ]}
          />
        ) : null}
        {fresh ? <NameFields state={state} given={offer} /> : null}
        {offer.asksPost ? (
          <TextField
            name="post"
            label={t('issue.post')}
            hint={t('issue.postHint')}
            defaultValue={state.values?.post ?? offer.post}
            maxLength={TEXT_LIMITS.post}
            error={errorOf(state, 'post')}
          />
        ) : null}
        {offer.known ? null : (
          <TextField
            name="login"
            label={t('register.login')}
            hint={fresh ? t('register.loginHint') : undefined}
            maxLength={fresh ? TEXT_LIMITS.login : undefined}
            error={errorOf(state, 'login')}
            defaultValue={value('login')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
        {offer.asksPassword ? (
          <PasswordField
            key={have}
            name="password"
            label={t('password')}
            hint={fresh ? t('choose.hint') : undefined}
            error={errorOf(state, 'password')}
            autoComplete={fresh ? 'new-password' : 'current-password'}
          />
        ) : null}
        <SubmitButton busyLabel={t('saving')} className="w-full">
          {t('invitation.send')}
        </SubmitButton>
      </form>
    </>
  );
}
