import { ArrowRight, Keyboard } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { ExpertAssignmentDocument, type ExpertAssignmentQuery, Term_DeadlineFragmentDoc } from '@/gql/graphql';
import { query } from '@/server/api';
import { sentence, termWords } from '@/ui/application/term';
import { CasePortfolio } from '@/ui/case/case-portfolio';
import { CaseDiagram } from '@/ui/diagram/case-diagram';
import { LeaveCase } from '@/ui/experts/leave-case';
import { PanelMarks } from '@/ui/experts/panel-marks';
import { Invitation, StartScoring } from '@/ui/experts/participation';
import { Card } from '@/ui/kit/card';
import { Chip, type Tone } from '@/ui/kit/chip';
import { dayToInstant, formatDate } from '@/ui/kit/format';
import { LinkButton } from '@/ui/kit/link-button';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { ScoreSheet } from '@/ui/score-sheet/score-sheet';
import { ClientMessages } from '@/ui/shell/client-messages';
import { CaseNotice, Left } from './case-notice';
import { CaseAnswers, CaseDocuments, Colleagues } from './together';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('expert.case'))('crumb') };
}

type Assignment = NonNullable<ExpertAssignmentQuery['expertAssignment']>;

export default async function ExpertAssignmentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [data, t] = await Promise.all([query(ExpertAssignmentDocument, { id }), getTranslations('expert.case')]);
  const assignment = data.expertAssignment;
  if (!assignment?.own) return notFound();
  const zone = data.region?.timezone ?? 'UTC';
  const crumbs = (
    <Breadcrumbs items={[{ href: '/expert', label: t('crumb') }, { label: t('number', { number: assignment.applicationNumber ?? '' }) }]} />
  );
  if (!assignment.application || assignment.status === 'NOT_NEEDED') {
    return (
      <main id="main" className="wrap-wide page">
        {crumbs}
        <Left reason={assignment.reason ?? null} number={assignment.applicationNumber ?? ''} full={assignment.status === 'NOT_NEEDED'} />
      </main>
    );
  }
  const invited = may(assignment, 'confirm_participation');
  const leave = may(assignment, 'decline_assignment') ? (
    <LeaveCase assignmentId={id} declineReasons={assignment.declineReasons} conflictReasons={assignment.conflictReasons} />
  ) : null;
  const begins = may(assignment, 'start_scoring') && !assignment.sheet?.editable;
  const next = data.expertAssignments.edges
    .map(({ node }) => node)
    .find((other) => other.id !== id && (may(other, 'save_score') || may(other, 'attach_conclusion')));
  return (
    <main id="main" className="flex flex-1 flex-col">
      <div className="wrap-wide flex flex-wrap items-start justify-between gap-x-6 gap-y-2 pt-4 pb-3">
        <Head assignment={assignment} crumbs={crumbs} zone={zone} />
        <ClientMessages namespaces={['expert']}>
          <div className="actions">
            {invited ? null : leave}
            {next ? (
              <LinkButton size="s" href={`/expert/assignments/${next.id}`} icon={<ArrowRight />}>
                {t('next')}
              </LinkButton>
            ) : null}
          </div>
        </ClientMessages>
      </div>
      <ClientMessages namespaces={['expert', 'portfolio', 'acts', 'operator']}>
        {invited || begins ? (
          <div className="wrap-wide pb-3">
            {invited ? <Invited assignment={assignment} leave={leave} zone={zone} /> : <StartScoring assignmentId={id} />}
          </div>
        ) : (
          <CaseNotice assignment={assignment} assignments={assignment.application.assignments} zone={zone} />
        )}
        <CaseAnswers application={assignment.application} />
        <div className="wrap-wide pb-3">
          <Card pad={false}>
            <PanelMarks marks={assignment.application.panelMarks} />
          </Card>
        </div>
        <CaseDocuments application={assignment.application} zone={zone} />
        {assignment.criteriaCount > 0 ? (
          <ScoreSheet
            assignment={assignment}
            zone={zone}
            shared={assignment.application.assignments.some((other) => !other.own && other.sheet)}
          />
        ) : (
          <div className="wrap-wide pb-3">
            <CasePortfolio application={assignment.application} zone={zone} />
          </div>
        )}
        <Colleagues assignments={assignment.application.assignments} editable={assignment.sheet?.editable ?? false} />
      </ClientMessages>
      <div className="wrap-wide py-4">
        <CaseDiagram application={assignment.application} />
      </div>
    </main>
  );
}

type Acts = { viewerActions: { action: string; open: boolean }[] };
const may = ({ viewerActions }: Acts, action: string) => viewerActions.some((act) => act.action === action && act.open);

/** The invitation with the days it is about. */
async function Invited({ assignment, leave, zone }: { assignment: Assignment; leave: React.ReactNode; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations('expert.invite'), getLocale()]);
  const term = readFragment(Term_DeadlineFragmentDoc, assignment.deadline);
  const words = term && termWords(term, locale, zone);
  const { scoreUntil, reviewOpen } = assignment;
  return (
    <Invitation
      assignmentId={assignment.id}
      answerBy={words ? t('until', { date: words.byDay, left: sentence(words.left) }) : null}
      criteriaCount={assignment.criteriaCount}
      scoreTerm={assignment.scoreAmount && assignment.scoreUnit ? { amount: assignment.scoreAmount, unit: assignment.scoreUnit } : null}
      reviewOpen={reviewOpen}
      scoreUntil={scoreUntil ? formatDate(dayToInstant(scoreUntil), locale, 'UTC') : null}
      leave={leave}
    />
  );
}

/** Whose portfolio, for what, until when. */
async function Head({ assignment, crumbs, zone }: { assignment: Assignment; crumbs: React.ReactNode; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations('expert.case'), getLocale()]);
  const { application } = assignment;
  const term = readFragment(Term_DeadlineFragmentDoc, assignment.deadline);
  const words = term && termWords(term, locale, zone);
  const editable = assignment.sheet?.editable ?? may(assignment, 'attach_conclusion');
  return (
    <div className="min-w-0 flex-[1_1_24rem]">
      {crumbs}
      <div className="title-line mt-1">
        <h1>{application?.fullName}</h1>
        {editable ? <Chip tone="mark">{t('yourMove')}</Chip> : null}
        <Chip tone={assignment.statusTone as Tone}>{assignment.statusLabel}</Chip>
      </div>
      <p className="mt-0.5 text-s text-text-2">
        {t('lead', { position: application?.position?.label ?? '', category: application?.category?.label.toLowerCase() ?? '' })}
        {term && words && editable ? (
          <>
            {' · '}
            {t('until', { until: formatDate(dayToInstant(term.untilDate), locale, 'UTC') })}, <b className="text-text">{words.left}</b>
          </>
        ) : null}
      </p>
      {assignment.sheet?.editable ? (
        <p className="hint only-wide mt-1 flex items-center gap-2">
          <Keyboard />
          {t('keys', { comments: String(assignment.sheet?.commentPerCriterion ?? false) })}
        </p>
      ) : null}
    </div>
  );
}
