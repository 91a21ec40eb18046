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
import { Link } from '@/ui/kit/link';
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

/** Cases without a period stand apart under this word in the address; without any word the page lists all that no schedule holds yet. */
const NONE = 'none';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The schedules of a period, one municipality after the other: what is approved and what is not. The period lives in the address. */
export async function SchedulePage({ home, searchParams, oneMunicipality }: SchedulePageProps) {
  const raw = await searchParams;
  const one = (key: string) => (Array.isArray(raw[key]) ? raw[key][0] : raw[key]) ?? '';
  const { applicationFacets } = await query(ScheduleFacetsDocument, {});
  if (!applicationFacets.schedule) return notFound();
  const chosen = one('period');
  const periodId = chosen === NONE ? null : chosen || null;
  const municipality = UUID.test(one('municipality')) ? one('municipality') : '';
  const [found, t] = await Promise.all([
    query(SchedulePageDocument, { periodId, waiting: !chosen, municipalityId: municipality || null }),
    getTranslations('operator.schedule'),
  ]);
  const schedules = readFragment(ScheduleOf_ScheduleFragmentDoc, found.schedule);
  const zone = found.region?.timezone ?? 'UTC';
  const past = found.attestationPeriods.filter(({ id }) => !found.coming.some((period) => period.id === id));
  // The periods that still come, the current one first; a past one only while it is looked at.
  const offered = [...found.coming, ...past.filter(({ id }) => id === periodId)];
  const filters = [
    {
      name: 'period',
      label: t('period'),
      value: chosen,
      options: [{ value: NONE, label: t('none') }, ...offered.map(({ id, label }) => ({ value: id, label }))],
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
  const empty = chosen === NONE ? 'emptyNone' : chosen ? 'empty' : 'emptyAll';
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
        <PastPeriods periods={past} home={home} label={t('past')} />
        <ShownOf shown={schedules.reduce((sum, s) => sum + s.rows.length, 0)} total={found.scheduledCaseCount} />
      </div>
      <div className="stack mt-4">
        {schedules.map((schedule) => (
          <ScheduleLists key={`${schedule.municipality.id} ${schedule.period?.id}`} schedule={schedule} home={home} zone={zone} />
        ))}
        {schedules.length === 0 ? (
          <Card pad={false}>
            <EmptyState icon={<CalendarRange />} title={t(empty)}>
              {t(`${empty}Why`)}
            </EmptyState>
          </Card>
        ) : null}
      </div>
    </main>
  );
}

/** Periods that have ended, folded: their approved schedules stay to be read. */
function PastPeriods({ periods, home, label }: { periods: readonly { id: string; label: string }[]; home: string; label: string }) {
  if (periods.length === 0) return null;
  return (
    <details className="no-print mt-2 text-m">
      <summary>{label}</summary>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 mt-2">
        {[...periods].reverse().map((period) => (
          <li key={period.id}>
            <Link href={`${home}/schedule?period=${period.id}`}>{period.label}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
