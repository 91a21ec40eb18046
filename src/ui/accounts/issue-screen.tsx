import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { IssueAccountPageDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { ClientMessages } from '@/ui/shell/client-messages';
import { IssueForm } from './issue-form';

/** The page on which an account is issued; the procedure says who issues which role. */
export async function IssueScreen({ segment }: { segment: 'admin' | 'operator' | 'coordinator' }) {
  const [t, { viewer, municipalities }] = await Promise.all([getTranslations('auth'), query(IssueAccountPageDocument, {})]);
  if (!viewer?.issuableRoles.length) notFound();
  const own = viewer.municipalityId;
  const places = own ? municipalities.filter(({ id }) => id === own) : municipalities;
  const listHref = `/${segment}/accounts`;
  return (
    <main id="main" className="wrap page">
      <Breadcrumbs items={[{ href: listHref, label: t('accounts.title') }, { label: t('accounts.issue') }]} />
      <h1>{t('accounts.issue')}</h1>
      <p className="lead">{t('issue.lead')}</p>
      <div className="mt-7">
        <ClientMessages namespaces={['auth']}>
          <IssueForm roles={viewer.issuableRoles} municipalities={places} listHref={listHref} />
        </ClientMessages>
      </div>
    </main>
  );
}
