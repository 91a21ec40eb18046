import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountPageDocument } from '@/gql/graphql';
import { query, signInPath } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Facts } from '@/ui/kit/facts';
import { Notice } from '@/ui/kit/notice';
import { refusalOfPortal } from '@/ui/session/sentences';
import { StateSignIn } from '@/ui/session/state-sign-in';
import { stateSignIn } from '@/ui/session/ways-in';
import { ClientMessages } from '@/ui/shell/client-messages';
import { wantLink } from './actions';
import { ConfirmationForm } from './confirmation-form';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('profile.title') };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ refused?: string; error?: string }> }) {
  const [t, { viewer }, refusal] = await Promise.all([
    getTranslations('auth'),
    query(AccountPageDocument, {}),
    refusalOfPortal(await searchParams),
  ]);
  const way = stateSignIn();
  if (!viewer) redirect(signInPath('/account'));
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
            {viewer.profileMissing.includes('emailConfirmed') ? <ConfirmationForm /> : null}
            <Card title={t('profile.data')}>
              <ProfileForm person={viewer} language={viewer.language} />
            </Card>
            <Card title={t('change.title')} id="password">
              <PasswordForm login={viewer.login} />
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
          {viewer.mayLinkIdentity && (way || viewer.identityLinked) ? (
            <Card title={t('state.title')} id="portal">
              {viewer.identityLinked ? (
                <p>{t('state.linked')}</p>
              ) : (
                <div className="grid gap-4">
                  <p>{t('state.linkText')}</p>
                  <ClientMessages namespaces={['auth']}>
                    <StateSignIn label={way?.label ?? t('state.portal')} next="/account" look="secondary" before={wantLink} />
                  </ClientMessages>
                </div>
              )}
            </Card>
          ) : null}
        </aside>
      </div>
    </main>
  );
}
