import { CalendarDays } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { isIn, MEETING_AHEAD } from '@/domain/case/groups';
import { MeetingsDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { MeetingTable } from '@/ui/case/meeting-table';
import { Card } from '@/ui/kit/card';
import { EmptyState } from '@/ui/kit/empty-state';
import { ShownOf } from '@/ui/kit/shown-of';
import { ClientMessages } from '@/ui/shell/client-messages';
import { PlanMeeting } from './plan-meeting';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('commission.list'))('title') };
}

export default async function MeetingsPage() {
  const [{ meetings, meetingCount, commission, region }, t] = await Promise.all([
    query(MeetingsDocument, {}),
    getTranslations('commission.list'),
  ]);
  const plans = commission.viewerActions.some((act) => act.action === 'plan_meeting' && act.open);
  const coming = meetings.filter((m) => isIn(m.status, MEETING_AHEAD)).reverse();
  const held = meetings.filter((m) => !coming.includes(m));
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="lead">{region?.commissionLabel}</p>
        </div>
        {plans ? (
          <div className="actions">
            <ClientMessages namespaces={['operator', 'commission']}>
              <PlanMeeting steps={commission.steps} />
            </ClientMessages>
          </div>
        ) : null}
      </div>
      <div className="stack mt-5">
        <Card id="coming" title={t('coming')} pad={false}>
          <MeetingTable
            meetings={coming}
            home="/commission"
            empty={
              <EmptyState icon={<CalendarDays />} title={t('noneComing')} level={3}>
                {t('noneComingWhy')}
              </EmptyState>
            }
          />
        </Card>
        {held.length > 0 ? (
          <Card id="held" title={t('held')} pad={false}>
            <MeetingTable meetings={held} home="/commission" empty={null} />
            <ShownOf shown={meetings.length} total={meetingCount} />
          </Card>
        ) : null}
      </div>
    </main>
  );
}
