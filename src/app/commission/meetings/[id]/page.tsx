import { FileSignature, ListChecks } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PrintPage } from '@/ui/case/print-page';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { EmptyState } from '@/ui/kit/empty-state';
import { dayToInstant, formatDate, formatMoment } from '@/ui/kit/format';
import { LinkButton } from '@/ui/kit/link-button';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { Notice } from '@/ui/kit/notice';
import { PrintFoot } from '@/ui/kit/print-foot';
import { ShownOf } from '@/ui/kit/shown-of';
import { ClientMessages } from '@/ui/shell/client-messages';
import { agendaCase, orderGroups } from './agenda';
import { AgendaTable } from './agenda-table';
import { Attendance } from './attendance';
import { Candidates } from './candidates';
import { HoldMeeting } from './hold-meeting';
import { loadMeeting } from './load-meeting';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting } = await loadMeeting((await params).id);
  const [t, locale] = await Promise.all([getTranslations('commission.meeting'), getLocale()]);
  return { title: meeting ? t('title', { date: formatDate(dayToInstant(meeting.date), locale, 'UTC') }) : undefined };
}

export default async function MeetingPage({ params }: Props) {
  const [{ meeting, commission, region, viewer }, t, step, locale] = await Promise.all([
    params.then(({ id }) => loadMeeting(id)),
    getTranslations('commission.meeting'),
    getTranslations('commission.step'),
    getLocale(),
  ]);
  if (!meeting) return notFound();
  const date = formatDate(dayToInstant(meeting.date), locale, 'UTC');
  const zone = region?.timezone ?? 'UTC';
  const cases = meeting.applications.map(agendaCase);
  const candidates = meeting.candidates.map(agendaCase);
  const finalStep = commission.steps.at(-1) ?? 'final';
  const final = meeting.step === finalStep;
  const hold = meeting.viewerActions.find((act) => act.action === 'hold_meeting');
  const quorum = { need: commission.quorumNeed, of: commission.quorumOf, minMembers: commission.minMembers };
  const groups = orderGroups(cases);
  const issues = groups.filter((g) => g.waiting.some((c) => c.viewerActions.some((a) => a.open && ['grant', 'refuse'].includes(a.action))));
  const reader = [viewer?.lastName, viewer?.firstName, viewer?.patronymic].filter(Boolean).join(' ');
  return (
    <main id="main" className="wrap-wide page print-landscape">
      <Breadcrumbs items={[{ href: '/commission/meetings', label: t('crumb') }, { label: date }]} />
      <div className="page-head mt-1">
        <div>
          <div className="title-line">
            <h1>{t('title', { date })}</h1>
            <Chip tone={meeting.heldAt ? 'ok' : 'wait'}>{meeting.statusLabel}</Chip>
          </div>
          <p className="lead">
            {[step.has(meeting.step as 'final') ? step(meeting.step as 'final') : meeting.step, t('count', { count: cases.length })].join(
              ' · ',
            )}
          </p>
          <p className="muted">{region?.commissionLabel}</p>
        </div>
        <div className="actions no-print">
          {hold ? (
            <ClientMessages namespaces={['operator', 'commission']}>
              <HoldMeeting id={meeting.id} quorum={quorum} closed={!hold.open} reasonsId="why-not" />
            </ClientMessages>
          ) : null}
          <PrintPage label={t('print')} />
        </div>
      </div>
      {hold && !hold.open ? (
        <div className="mt-4 no-print" id="why-not">
          <Notice tone="wait">{hold.closedBy.map((p) => p.message).join(' ')}</Notice>
        </div>
      ) : null}
      {hold?.open ? (
        <div className="mt-4 no-print">
          <Notice tone="info">{t(final ? 'holdFirstFinal' : 'holdFirst')}</Notice>
        </div>
      ) : null}
      <div className="mt-4">
        <Attendance meeting={meeting} quorum={quorum} cases={cases} final={final} />
      </div>
      {issues.length > 0 ? (
        <div className="mt-4 no-print">
          <Card id="orders" title={t('orders')} pad={false}>
            <ul className="rows">
              {issues.map((group) => (
                <li key={`${group.categoryId} ${group.outcome}`} className="row flex-wrap px-4 py-3">
                  <span className="min-w-0 flex-[1_1_16rem]">
                    <b>{t(`group.${group.outcome}`, { category: group.category })}</b>
                    <span className="hint block">
                      {t('waiting', { count: group.waiting.length })}: {group.waiting.map((c) => c.fullName).join(', ')}
                    </span>
                  </span>
                  <LinkButton
                    look="primary"
                    size="s"
                    icon={<FileSignature />}
                    href={`/commission/meetings/${meeting.id}/order?category=${group.categoryId}&outcome=${group.outcome}`}
                  >
                    {t('issue')}
                  </LinkButton>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      ) : null}
      <div className="mt-4">
        <Card id="agenda" title={t('agenda')} pad={false}>
          {cases.length === 0 ? (
            <EmptyState icon={<ListChecks />} title={t('empty')} level={3}>
              {t(final ? 'emptyFinal' : 'emptyAdmission')}
            </EmptyState>
          ) : (
            <ClientMessages namespaces={['operator', 'commission']}>
              <AgendaTable cases={cases} final={final} finalStep={finalStep} present={meeting.present ?? null} tie={commission.tie} />
              <ShownOf shown={cases.length} total={meeting.applicationCount} />
            </ClientMessages>
          )}
        </Card>
      </div>
      {candidates.length > 0 ? (
        <div className="mt-4 no-print">
          <Card id="candidates" title={t('candidates')} pad={false}>
            <ClientMessages namespaces={['commission']}>
              <Candidates meetingId={meeting.id} cases={candidates} />
              <ShownOf shown={candidates.length} total={meeting.candidateCount} />
            </ClientMessages>
          </Card>
        </div>
      ) : null}
      <PrintFoot>{t('printed', { at: formatMoment(new Date(), locale, zone), name: reader })}</PrintFoot>
    </main>
  );
}
