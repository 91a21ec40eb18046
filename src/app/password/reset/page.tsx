import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ResetLinkDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { formatDate } from '@/ui/kit/format';
import { LinkButton } from '@/ui/kit/link-button';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { stateSignIn } from '@/ui/session/ways-in';
import { ClientMessages } from '@/ui/shell/client-messages';
import { NewPasswordForm } from '../new-password-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('reset.title') };
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const [{ token }, t, locale] = await Promise.all([searchParams, getTranslations('auth'), getLocale()]);
  const given = typeof token === 'string' ? token : '';
  const { passwordResetOpen, passwordResetIdentities, closedLink } = await query(ResetLinkDocument, { token: given });
  const portal = stateSignIn()?.label ?? t('state.portal');
  const identities = passwordResetIdentities.map(({ id, linkedAt, proven }) => ({
    id,
    proven,
    label: t('reset.identity', { portal, date: formatDate(linkedAt, locale, 'UTC') }),
  }));
  return (
    <EntranceFrame>
      {passwordResetOpen ? (
        <>
          <h1>{t('reset.title')}</h1>
          <p className="lead">{t('reset.lead')}</p>
          <ClientMessages namespaces={['auth']}>
            <NewPasswordForm token={given} identities={identities} />
          </ClientMessages>
        </>
      ) : (
        <>
          <h1>{t('reset.closed')}</h1>
          <p className="lead">{closedLink?.message ?? t('reset.closedText')}</p>
          <div className="actions mt-7">
            <LinkButton look="primary" href="/password/forgot">
              {t('reset.again')}
            </LinkButton>
            <LinkButton look="quiet" href="/sign-in">
              {t('signIn')}
            </LinkButton>
          </div>
        </>
      )}
    </EntranceFrame>
  );
}
