import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountPageDocument } from '@/gql/graphql';
import { query, signInPath } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Facts } from '@/ui/kit/facts';
import { ClientMessages } from '@/ui/shell/client-messages';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('profile.title') };
}

export default async function AccountPage() {
  const [t, { viewer }] = await Promise.all([getTranslations('auth'), query(AccountPageDocument, {})]);
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
        </aside>
      </div>
    </main>
  );
}
