import { Send } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HandoverDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { EmptyState } from '@/ui/kit/empty-state';
import { ShownOf } from '@/ui/kit/shown-of';
import { ClientMessages } from '@/ui/shell/client-messages';
import { HandoverList } from './handover-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator.handover'))('title') };
}

/** Verified cases that the municipality still has to pass to the attestation centre, one or many at once. */
export default async function HandoverPage() {
  const [{ applicationFacets, applications }, t] = await Promise.all([query(HandoverDocument, {}), getTranslations('operator.handover')]);
  if (!applicationFacets.handover) return notFound();
  const cases = applications.edges.map(({ node }) => node);
  return (
    <main id="main" className="wrap page">
      <h1>{t('title')}</h1>
      <p className="lead mt-1.5">{t('lead')}</p>
      <div className="mt-5">
        <Card pad={false}>
          {cases.length > 0 ? (
            <ClientMessages namespaces={['operator']}>
              <HandoverList cases={cases} />
            </ClientMessages>
          ) : (
            <EmptyState icon={<Send />} title={t('empty')}>
              {t('emptyText')}
            </EmptyState>
          )}
          <ShownOf shown={cases.length} total={applications.totalCount} />
        </Card>
      </div>
    </main>
  );
}
