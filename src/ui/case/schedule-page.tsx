import { CalendarRange } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { ScheduleFacetsDocument, ScheduleOf_ScheduleFragmentDoc, SchedulePageDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { EmptyState } from '@/ui/kit/empty-state';
import { FilterBar } from '@/ui/kit/filter-bar';
import { ShownOf } from '@/ui/kit/shown-of';
import { PrintPage } from './print-page';
import { ScheduleLists } from './schedule-lists';

interface SchedulePageProps {
  /** Start of the addresses of this role. */
  home: string;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
  oneMunicipality?: boolean;
}

/** Title of the page. */
export async function scheduleMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator.schedule'))('title') };
}

/** Cases without a period stand apart under this word in the address. */
const NONE = 'none';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The schedules of a period, one municipality after the other: what is approved and what is not. The period lives in the address. */
export async function SchedulePage({ home, searchParams, oneMunicipality }: SchedulePageProps) {
  const raw = await searchParams;
  const one = (key: string) => (Array.isArray(raw[key]) ? raw[key][0] : raw[key]) ?? '';
  const { applicationFacets } = await query(ScheduleFacetsDocument, {});
  if (!applicationFacets.schedule) return notFound();
  const periodId = one('period') || NONE;
  const municipality = UUID.test(one('municipality')) ? one('municipality') : '';
  const [found, t] = await Promise.all([
    query(SchedulePageDocument, { periodId: periodId === NONE ? null : periodId, municipalityId: municipality || null }),
    getTranslations('operator.schedule'),
  ]);
  const schedules = readFragment(ScheduleOf_ScheduleFragmentDoc, found.schedule);
  const zone = found.region?.timezone ?? 'UTC';
  const filters = [
    {
      name: 'period',
      label: t('period'),
      value: periodId,
      options: [{ value: NONE, label: t('none') }, ...found.attestationPeriods.map(({ id, label }) => ({ value: id, label }))],
    },
    ...(oneMunicipality
      ? []
      : [
          {
            name: 'municipality',
            label: t('municipality'),
            value: municipality,
            options: found.municipalities.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]),
  ];
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="lead no-print">{t('lead')}</p>
        </div>
        <div className="actions no-print">
          <PrintPage label={t('print')} />
        </div>
      </div>
      <div className="mt-3">
        <FilterBar action={`${home}/schedule`} filters={filters} shown={found.scheduledCaseCount} />
        <ShownOf shown={schedules.reduce((sum, s) => sum + s.rows.length, 0)} total={found.scheduledCaseCount} />
      </div>
      <div className="stack mt-4">
        {schedules.map((schedule) => (
          <ScheduleLists key={schedule.municipality.id} schedule={schedule} home={home} zone={zone} />
        ))}
        {schedules.length === 0 ? (
          <Card pad={false}>
            <EmptyState icon={<CalendarRange />} title={t(periodId === NONE ? 'emptyNone' : 'empty')}>
              {t(periodId === NONE ? 'emptyNoneWhy' : 'emptyWhy')}
            </EmptyState>
          </Card>
        ) : null}
      </div>
    </main>
  );
}
