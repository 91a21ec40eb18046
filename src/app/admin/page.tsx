import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AdminHomeDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Facts } from '@/ui/kit/facts';
import { formatDateWithWeekday, formatTime } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { ClientMessages } from '@/ui/shell/client-messages';
import { MoveClock } from './move-clock';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') };
}

/** What waits for the administrator, and the clock of the demo. */
export default async function AdminHome() {
  const [t, locale, data] = await Promise.all([getTranslations('admin'), getLocale(), query(AdminHomeDocument, {})]);
  const zone = data.region?.timezone ?? 'UTC';
  const { now, movable, aheadDays } = data.clock;
  return (
    <main id="main" className="wrap page">
      <div className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="lead">{t('lead', { region: data.region?.label ?? '' })}</p>
        </div>
      </div>
      <div className="card stats">
        {data.waiting.map((line) => (
          <a key={line.key} href="/admin/audit">
            <b>{line.count}</b>
            <span>{t('casesOpen', { count: line.count })}</span>
          </a>
        ))}
        <a href="/admin/letters">
          <b>{data.unsentLetterCount}</b>
          <span>{t('lettersUnsent', { count: data.unsentLetterCount })}</span>
        </a>
      </div>
      <div className="stack mt-6">
        <Card title={t('clock.title')}>
          <div className="grid gap-4">
            <Facts
              items={[
                { term: t('clock.now'), value: `${formatDateWithWeekday(now, locale, zone)}, ${formatTime(now, locale, zone)}` },
                { term: t('clock.ahead'), value: t('clock.aheadDays', { days: aheadDays }) },
              ]}
            />
            {movable ? (
              <>
                <p className="hint">{t('clock.what')}</p>
                <ClientMessages namespaces={['admin']}>
                  <MoveClock ahead={aheadDays} />
                </ClientMessages>
              </>
            ) : (
              <Notice tone="info">{t('clock.fixed')}</Notice>
            )}
          </div>
        </Card>
      </div>
    </main>
  );
}
