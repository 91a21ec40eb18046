import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AccountPageDocument } from '@/gql/graphql';
import { query, signInPath } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Facts } from '@/ui/kit/facts';
import { formatDate } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { Notice } from '@/ui/kit/notice';
import { refusalOfPortal } from '@/ui/session/sentences';
import { stateSignIn } from '@/ui/session/ways-in';
import { ClientMessages } from '@/ui/shell/client-messages';
import { ConfirmationForm } from './confirmation-form';
import { OwnerProof } from './owner-proof';
import { PasswordForm } from './password-form';
import { PortalCard } from './portal-card';
import { ProfileForm } from './profile-form';
import { SessionsCard } from './sessions-card';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('profile.title') };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ refused?: string; error?: string }> }) {
  const [t, locale, { viewer, region }, refusal] = await Promise.all([
    getTranslations('auth'),
    getLocale(),
    query(AccountPageDocument, {}),
    refusalOfPortal(await searchParams),
  ]);
  if (!viewer) redirect(signInPath('/account'));
  const way = stateSignIn();
  const portal = way && (way.label ?? t('state.portal'));
  const zone = region?.timezone ?? 'UTC';
  const identities = viewer.identities.map(({ id, linkedAt }) => ({ id, linked: formatDate(linkedAt, locale, zone) }));
  const roles = viewer.roleAssignments.map((r) => (
    <span className="block" key={r.id}>
      {r.label}, {r.scopeLabel}
    </span>
  ));
  return (
    <main id="main" className="wrap page">
      <h1>{t('profile.title')}</h1>
      <div className="with-aside mt-8">
        <div className="stack">
          <ClientMessages namespaces={['auth']}>
            {refusal ? (
              <Notice tone="danger" role="alert" title={t('state.refused')}>
                {refusal}
              </Notice>
            ) : null}
            {viewer.pendingEmail ? (
              <ConfirmationForm email={viewer.pendingEmail} former={viewer.email === viewer.pendingEmail ? null : viewer.email} />
            ) : null}
            <Card title={t('profile.data')}>
              <ProfileForm person={viewer} language={viewer.language} />
            </Card>
            <Card title={t(viewer.hasPassword ? 'change.title' : 'proof.title')} id="password">
              {viewer.hasPassword || viewer.ownerProven ? (
                <PasswordForm login={viewer.login} hasPassword={viewer.hasPassword} />
              ) : (
                <OwnerProof portal={portal} email={viewer.email} />
              )}
            </Card>
            <Card title={t('sessions.title')} id="sessions">
              <SessionsCard sessions={viewer.sessions} zone={zone} />
            </Card>
          </ClientMessages>
        </div>
        <aside className="stack">
          <Card title={t('profile.account')}>
            <Facts
              plain
              items={[
                { term: t('loginShort'), value: viewer.login },
                { term: t('profile.roles'), value: roles },
              ]}
            />
            {viewer.roleAssignments.length > 1 ? (
              <p className="mt-4">
                <Link href="/roles">{t('profile.otherRole')}</Link>
              </p>
            ) : null}
          </Card>
          {(viewer.mayLinkIdentity && portal) || identities.length ? (
            <Card title={t('state.title')} id="portal">
              <ClientMessages namespaces={['auth']}>
                <PortalCard portal={portal} identities={identities} hasPassword={viewer.hasPassword} />
              </ClientMessages>
            </Card>
          ) : null}
        </aside>
      </div>
    </main>
  );
}
