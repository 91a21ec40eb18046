import { MailCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AdminLettersDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { DataTable } from '@/ui/kit/data-table';
import { EmptyState } from '@/ui/kit/empty-state';
import { formatMoment } from '@/ui/kit/format';
import { ShownOf } from '@/ui/kit/shown-of';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('letters.title') };
}

/** Letters that have not left: waiting for their next try, or given up. */
export default async function AdminLetters() {
  const [t, locale, data] = await Promise.all([getTranslations('admin'), getLocale(), query(AdminLettersDocument, {})]);
  const zone = data.region?.timezone ?? 'UTC';
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('letters.title')}</h1>
          <p className="lead">{t('letters.lead')}</p>
        </div>
      </div>
      <Card pad={false}>
        <DataTable
          caption={t('letters.title')}
          captionHidden
          rows={data.unsentLetters}
          rowKey={(letter) => letter.id}
          columns={[
            {
              key: 'subject',
              head: t('letters.subject'),
              lead: true,
              cell: (letter) => (
                <>
                  <span className="who">{letter.subject}</span>
                  <span className="sub">{letter.email}</span>
                </>
              ),
            },
            { key: 'written', head: t('letters.written'), cell: (letter) => formatMoment(letter.createdAt, locale, zone) },
            {
              key: 'tries',
              head: t('letters.tries'),
              cell: (letter) =>
                letter.attempts === 0 ? (
                  <Chip tone="wait">{t('letters.queued')}</Chip>
                ) : (
                  <Chip tone="warn">{t('letters.tried', { count: letter.attempts })}</Chip>
                ),
            },
            { key: 'answer', head: t('letters.answer'), whole: true, cell: (letter) => letter.response ?? '—' },
          ]}
          empty={
            <EmptyState icon={<MailCheck />} title={t('letters.none')}>
              {t('letters.noneWhy')}
            </EmptyState>
          }
        />
        <ShownOf shown={data.unsentLetters.length} total={data.unsentLetterCount} />
      </Card>
    </main>
  );
}
