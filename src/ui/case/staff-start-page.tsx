import { CircleCheck } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { EMPLOYER_ASKED, isIn, MEETING_AHEAD } from '@/domain/case/groups';
import { StaffStartDocument, type StaffStartQuery } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { EmptyState } from '@/ui/kit/empty-state';
import { formatDateWithWeekday } from '@/ui/kit/format';
import { Link } from '@/ui/kit/link';
import { LinkButton } from '@/ui/kit/link-button';
import { EMPLOYER } from './case-filters';
import { MeetingTable } from './meeting-table';

interface StaffStartPageProps {
  /** Start of the addresses of this role. */
  home: string;
  /** Lists the meetings that are near or still owe a word. */
  meetings?: boolean;
}

/** «What waits for me», then the region or the municipality at a glance; every number leads to the list behind it. */
export async function StaffStartPage({ home, meetings }: StaffStartPageProps) {
  const [found, t, locale] = await Promise.all([
    query(StaffStartDocument, { askedSchool: [...EMPLOYER_ASKED] }),
    getTranslations('operator.start'),
    getLocale(),
  ]);
  const zone = found.region?.timezone ?? 'UTC';
  const scope = found.viewer?.roleAssignments.find((role) => role.chosen)?.scopeLabel ?? found.region?.label;
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="lead">{[found.viewer?.roleLabel, scope].filter(Boolean).join(' · ')}</p>
        </div>
        {found.applicationFacets.schedule || found.applicationFacets.handover || found.applicationFacets.withdrawals ? (
          <div className="actions">
            {found.applicationFacets.schedule ? <LinkButton href={`${home}/schedule`}>{t('schedule')}</LinkButton> : null}
            {found.applicationFacets.handover ? <LinkButton href={`${home}/handover`}>{t('handover')}</LinkButton> : null}
            {found.applicationFacets.withdrawals ? <LinkButton href={`${home}/withdrawals`}>{t('withdrawals')}</LinkButton> : null}
          </div>
        ) : null}
      </div>
      <div className="mt-4">
        <WaitingCard waiting={found.waiting} zone={zone} locale={locale} />
      </div>
      <nav className="card stats mt-5" aria-label={t('glance')}>
        <Tile href={`${home}/applications`} count={found.inWork.totalCount} label={t('inWork')} />
        <Tile href={`${home}/applications?term=overdue`} count={found.overdue.totalCount} label={t('overdue')} tone="text-danger" />
        <Tile href={`${home}/applications?term=week`} count={found.dueSoon.totalCount} label={t('dueSoon')} tone="text-warn" />
        {found.applicationFacets.employer ? (
          <Tile
            href={`${home}/applications?employer=${EMPLOYER.waiting}`}
            count={found.atSchool.totalCount}
            label={t('atSchool')}
            tone="text-wait"
          />
        ) : null}
        <Tile href={`${home}/applications?experts=missing`} count={found.withoutExperts.totalCount} label={t('withoutExperts')} />
      </nav>
      {meetings ? (
        <div className="mt-5">
          <Card id="meetings" title={t('meetings')} pad={false} aside={<Link href={`${home}/meetings`}>{t('allMeetings')}</Link>}>
            <MeetingTable
              meetings={nearMeetings(found.meetings)}
              home={home}
              empty={<p className="muted px-4 py-3 text-s">{t('noMeetings')}</p>}
            />
          </Card>
        </div>
      ) : null}
    </main>
  );
}

/** Meetings that are still to come or have cases without a word, the nearest first. */
const nearMeetings = (all: StaffStartQuery['meetings']) =>
  all
    .filter((m) => isIn(m.status, MEETING_AHEAD) || m.openCount + m.orderlessCount > 0)
    .reverse()
    .slice(0, 8);

function Tile({ href, count, label, tone }: { href: string; count: number; label: string; tone?: string }): ReactNode {
  return (
    <Link href={href}>
      <b className={count > 0 ? tone : undefined}>{count}</b>
      <span>{label}</span>
    </Link>
  );
}

async function WaitingCard({ waiting, zone, locale }: { waiting: StaffStartQuery['waiting']; zone: string; locale: 'ru' | 'en' }) {
  const t = await getTranslations('operator.start');
  const line = await getTranslations('operator.waiting');
  return (
    <Card id="waiting" title={t('waiting')} pad={false}>
      {waiting.length === 0 ? (
        <EmptyState icon={<CircleCheck />} title={t('nothing')} level={3}>
          {t('nothingWhy')}
        </EmptyState>
      ) : null}
      <ul className="rows">
        {waiting.map(({ key, count, href, soonest }) => (
          <li key={key}>
            <Link className="row-link" href={href}>
              <span className="row">
                <span>
                  <b>{line.has(key as 'admit') ? line(key as 'admit', { count }) : line('other', { count })}</b>
                  {soonest ? (
                    <span className="hint block">{t('soonest', { day: formatDateWithWeekday(lastDay(soonest), locale, zone) })}</span>
                  ) : null}
                </span>
                <span className="text-h3 font-semibold">{count}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A term ends at midnight; its last day is the one before. */
const lastDay = (lapsesAt: string) => new Date(new Date(lapsesAt).getTime() - 60_000);
