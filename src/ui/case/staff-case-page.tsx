import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { declines } from '@/domain/case/actTable';
import { isIn, MEETING_AHEAD, SENT_BACK } from '@/domain/case/groups';
import { readFragment } from '@/gql';
import { CaseResult_ApplicationFragmentDoc, FileLink_FileFragmentDoc, StaffCaseDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { AnswerList } from '@/ui/application/answer-list';
import { CaseLineView } from '@/ui/application/case-line-view';

import { CaseDiagram } from '@/ui/diagram/case-diagram';
import { ExpertPanel } from '@/ui/experts/expert-panel';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { LinkButton } from '@/ui/kit/link-button';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { Notice } from '@/ui/kit/notice';
import { ShownOf } from '@/ui/kit/shown-of';
import { CaseTimeline } from '@/ui/timeline/case-timeline';
import type { ActSubject } from './act-buttons';
import { CaseActs } from './case-acts';
import { CaseCommission, CaseLetters, CaseTerms } from './case-asides';
import { CaseEmployer } from './case-employer';
import { CaseMoves } from './case-moves';
import { CasePapers } from './case-papers';
import { CasePortfolio } from './case-portfolio';
import { CaseResult } from './case-result';
import { PrintPage } from './print-page';
import { WalkCase } from './walk-case';

const load = cache((id: string) => query(StaffCaseDocument, { id }));

/** Title of the page of a case. */
export async function staffCaseMetadata(id: string): Promise<Metadata> {
  const { application } = await load(id);
  return { title: application?.fullName };
}

/** Moves that are made elsewhere on the site. */
const PLACES: Record<
  string,
  { href: (home: string, meetingId: string | undefined) => string; key: 'toExperts' | 'toMeeting' | 'toMeetings' | 'toSchedule' }
> = {
  appoint_experts: { href: () => '#experts', key: 'toExperts' },
  approve_schedule_edition: { href: (home) => `${home}/schedule`, key: 'toSchedule' },
  hold_meeting: { href: (home, id) => `${home}/meetings${id ? `/${id}` : ''}`, key: 'toMeeting' },
  plan_meeting: { href: (home) => `${home}/meetings`, key: 'toMeetings' },
};

/** The case as staff see it; buttons are exactly those the server offers, so every role shares this page. */
export async function StaffCasePage({ id, home }: { id: string; home: string }) {
  const [{ application, region, commission }, t] = await Promise.all([load(id), getTranslations('operator.case')]);
  if (!application) return notFound();
  const zone = region?.timezone ?? 'UTC';
  const { viewerActions: acts, meetings, number } = application;
  const answers = application.answers.map((a) => ({ ...a, files: readFragment(FileLink_FileFragmentDoc, a.files) }));
  const finalStep = commission.steps.at(-1) ?? 'final';
  const open = meetings.find((m) => isIn(m.status, MEETING_AHEAD));
  const subject: ActSubject = {
    id: application.id,
    fullName: application.fullName,
    organisation: application.organisation?.name ?? '',
    returnReasons: application.returnReasons,
    refusalReasons: application.refusalReasons,
    finalStep,
    present: meetings.find((m) => m.step === finalStep)?.present ?? null,
    tie: commission.tie,
    passed: readFragment(CaseResult_ApplicationFragmentDoc, application).assessmentResult?.passed ?? null,
    knownOrder: application.orderOfMeeting ?? null,
    portalLabel: application.portalLabel ?? null,
    periodId: application.period?.id ?? null,
    verdictChoices: application.verdictChoices,
    verdict: application.verdict ?? null,
    requestsOnAcceptance: application.requestsOnAcceptance,
  };
  const yours = application.whoseMove.filter((move) => move.yours).map((move) => move.action);
  // The intake's no stands in the head, the step that is waited for in the bookmark.
  const forward = acts.filter((act) => !declines(act.action));
  // The bookmark carries the acts of the viewer's move; without one that is made here they stand in the head.
  const bookmarked = yours.find((action) => !(action in PLACES));
  const head = bookmarked ? acts.filter((act) => declines(act.action)) : acts;
  return (
    <main id="main" className="wrap-wide page">
      <Breadcrumbs items={[{ href: `${home}/applications`, label: t('crumb') }, { label: number ? t('no', { number }) : t('noNumber') }]} />
      <div className="page-head mt-1">
        <div>
          <div className="title-line">
            <h1>{application.fullName}</h1>
            <Chip tone={application.statusTone as Tone}>{application.statusLabel}</Chip>
            {application.scheduleStatusLabel && application.scheduleStatusLabel !== application.statusLabel ? (
              <Chip tone={application.scheduleStatus === 'APPROVED' ? 'ok' : 'wait'}>{application.scheduleStatusLabel}</Chip>
            ) : null}
          </div>
          <p className="lead">
            {[application.position?.label, application.organisation?.name, application.organisation?.municipality.name]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="muted">
            {[
              number && t('no', { number }),
              application.portalNumber && `${application.portalLabel}: ${application.portalNumber}`,
              application.category && t('category', { category: application.category.label }),
              application.period && `${t('period')}: ${application.period.label}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className="actions no-print">
          <CaseActs acts={head} subject={subject} size="s" wayOn={!yours.some((action) => action in PLACES)} />
          <PrintPage label={t('print')} />
        </div>
      </div>
      {application.reason && isIn(application.status, SENT_BACK) ? (
        <div className="mt-4">
          <Notice tone="warn" title={t('reason')}>
            <span className="whitespace-pre-line">{application.reason}</span>
          </Notice>
        </div>
      ) : null}
      {application.withdrawal && application.status === 'WITHDRAWN' ? (
        <div className="mt-4">
          <Notice title={t('withdrawn')}>{application.withdrawal.reason}</Notice>
        </div>
      ) : null}
      <div className="mt-5">
        <CaseMoves
          moves={application.whoseMove}
          zone={zone}
          actions={(action) => {
            const place = PLACES[action];
            if (place)
              return (
                <LinkButton look={action === yours[0] ? 'primary' : 'secondary'} href={place.href(home, open?.id)}>
                  {t(place.key)}
                </LinkButton>
              );
            return action === bookmarked ? <CaseActs acts={forward} subject={subject} /> : null;
          }}
        />
      </div>
      {application.walkable ? <WalkCase applicationId={application.id} zone={zone} /> : null}
      <div className="mt-5">
        <Card>
          <CaseLineView steps={application.caseLine} zone={zone} />
        </Card>
      </div>
      <div className="mt-5">
        <CaseDiagram application={application} />
      </div>
      <div className="with-aside mt-5">
        <div className="stack">
          <CasePapers application={application} home={home} zone={zone} />
          <CaseResult application={application} />
          <ExpertPanel application={application} />
          <Card id="answers" title={t('answers')}>
            <AnswerList answers={answers} />
          </Card>
          <CasePortfolio application={application} zone={zone} />
        </div>
        <aside className="stack">
          <CaseEmployer
            confirmation={application.employerConfirmation}
            labels={Object.fromEntries(answers.map((a) => [a.fieldId, a.label]))}
            zone={zone}
          />
          <CaseTerms deadlines={application.deadlines} moves={application.whoseMove} zone={zone} />
          <CaseCommission application={application} home={home} />
          <Card id="history" title={t('history')}>
            <CaseTimeline entries={application.timeline} zone={zone} />
            <ShownOf shown={application.timeline.length} total={application.timelineCount} />
          </Card>
          <CaseLetters letters={application.letters} zone={zone} />
          <p className="hint">{t('procedure', { version: application.procedureVersion })}</p>
        </aside>
      </div>
    </main>
  );
}
