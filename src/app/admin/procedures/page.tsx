import { FileStack } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { ProcedureListDocument, type ProcedureRow_VersionFragment, ProcedureRow_VersionFragmentDoc } from '@/gql/graphql';
import type { Locale } from '@/messages/locale';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { type Column, DataTable } from '@/ui/kit/data-table';
import { EmptyState } from '@/ui/kit/empty-state';
import { formatMoment } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { LinkButton } from '@/ui/kit/link-button';
import { VersionState } from './version-state';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('procedure.list'))('title') };
}

/** The loaded versions of the region's procedure, and those of the other regions to compare with. */
export default async function ProceduresPage() {
  const [t, locale, data] = await Promise.all([getTranslations('procedure.list'), getLocale(), query(ProcedureListDocument, {})]);
  const zone = data.region?.timezone ?? 'UTC';
  const all = readFragment(ProcedureRow_VersionFragmentDoc, data.procedures);
  const own = all.filter((version) => version.own);
  const others = all.filter((version) => !version.own);
  const [columns, otherColumns] = await Promise.all([columnsOf(locale, zone, true), columnsOf(locale, zone, false)]);
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="lead">{t('lead')}</p>
        </div>
        <div className="actions">
          <LinkButton href="/admin/procedures/compare">{t('compare')}</LinkButton>
        </div>
      </div>
      <div className="stack mt-5">
        <Card pad={false}>
          <DataTable
            caption={t('caption')}
            captionHidden
            rows={own}
            rowKey={(version) => version.id}
            columns={columns}
            empty={
              <EmptyState icon={<FileStack />} title={t('none')}>
                {t('noneWhy')}
              </EmptyState>
            }
          />
        </Card>
        {others.length > 0 ? (
          <Card title={t('others')} id="others" pad={false}>
            <DataTable caption={t('others')} captionHidden rows={others} rowKey={(version) => version.id} columns={otherColumns} />
          </Card>
        ) : null}
      </div>
    </main>
  );
}

async function columnsOf(locale: Locale, zone: string, own: boolean): Promise<Column<ProcedureRow_VersionFragment>[]> {
  const [t, words] = await Promise.all([getTranslations('procedure.list'), getTranslations('procedure')]);
  return [
    {
      key: 'version',
      head: own ? t('version') : t('region'),
      lead: true,
      cell: ({ id, version, regionLabel, example }) => (
        <>
          <Link className="who" href={`/admin/procedures/${id}`}>
            {own ? version : `${regionLabel}, ${version}`}
          </Link>
          {example ? <span className="sub">{words('example')}</span> : null}
        </>
      ),
    },
    { key: 'state', head: t('state'), cell: ({ status, current }) => <VersionState status={status} current={current} /> },
    { key: 'loaded', head: t('loaded'), cell: ({ loadedAt }) => formatMoment(loadedAt, locale, zone) },
    { key: 'inside', head: t('inside'), whole: true, cell: ({ counts }) => t('insideText', counts) },
    ...(own ? [{ key: 'cases', head: t('cases'), num: true, cell: ({ cases }: ProcedureRow_VersionFragment) => cases }] : []),
    { key: 'checksum', head: t('checksum'), cell: ({ checksum }) => <code>{checksum.slice(0, 12)}</code> },
  ];
}
