import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import {
  EmployerAnswer_ConfirmationFragmentDoc,
  FileLink_FileFragmentDoc,
  TeacherCaseDocument,
  TeacherCasePageDocument,
} from '@/gql/graphql';
import { query } from '@/server/api';
import { AnswerList } from '@/ui/application/answer-list';
import { CaseFacts } from '@/ui/application/case-facts';
import { CaseLineView } from '@/ui/application/case-line-view';
import { PrintButton } from '@/ui/application/print-button';
import { WithdrawApplication } from '@/ui/application/withdraw-application';
import { readPapers } from '@/ui/case/papers';
import { WalkCase } from '@/ui/case/walk-case';
import { CaseDiagram } from '@/ui/diagram/case-diagram';
import { Card } from '@/ui/kit/card';
import { dayToInstant, formatDateWithWeekday } from '@/ui/kit/format';
import { LinkButton } from '@/ui/kit/link-button';
import { Breadcrumbs } from '@/ui/kit/navigation';
import { ShownOf } from '@/ui/kit/shown-of';
import { ClientMessages } from '@/ui/shell/client-messages';
import { CaseTimeline } from '@/ui/timeline/case-timeline';
import { CaseHead } from '../../case-head';
import { CaseMoves } from '../../case-moves';
import { caseName } from '../../case-name';
import { CasePapers, SignedApplication, WithdrawalCard } from '../../case-papers';
import { Outcome } from '../../outcome';
import { PortfolioCard } from '../../portfolio-card';
import { TermsCard } from '../../terms-card';

type Params = Promise<{ id: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { application } = await query(TeacherCaseDocument, { id: (await params).id, lines: 200 });
  const t = await getTranslations('teacher.case');
  return application ? { title: t(`title.${caseName(application)}`, { number: application.number ?? '' }) } : {};
}

export default async function TeacherCasePage({ params }: { params: Params }) {
  const { id } = await params;
  const [{ application, region }, more, t, home, locale] = await Promise.all([
    query(TeacherCaseDocument, { id, lines: 200 }),
    query(TeacherCasePageDocument, { id }),
    getTranslations('teacher.case'),
    getTranslations('teacher'),
    getLocale(),
  ]);
  if (!application || !more.application) return notFound();
  const zone = region?.timezone ?? 'UTC';
  const papers = readPapers(application.papers);
  const may = (action: string) => application.viewerActions.some((act) => act.action === action);
  const employer = readFragment(EmployerAnswer_ConfirmationFragmentDoc, application.employerConfirmation) ?? null;
  const answers = more.application.answers.map((answer) => ({ ...answer, files: readFragment(FileLink_FileFragmentDoc, answer.files) }));
  const title = t(`title.${caseName(application)}`, { number: application.number ?? '' });
  return (
    <main id="main" className="wrap page">
      <Breadcrumbs items={[{ href: `/teacher?application=${id}`, label: home('crumb') }, { label: title }]} />
      <CaseHead application={application} zone={zone} />
      <div className="grid gap-4 mt-7">
        <Outcome application={application} />
        <CaseMoves application={application} employer={region?.employer} contact={region?.contactLabel ?? null} zone={zone} />
        {more.application.walkable ? <WalkCase applicationId={id} zone={zone} /> : null}
      </div>
      <section className="mt-9" aria-labelledby="line">
        <h2 id="line" className="mb-5">
          {home('home.caseTitle')}
        </h2>
        <CaseLineView steps={application.caseLine} zone={zone} />
        <div className="mt-6">
          <CaseDiagram application={more.application} />
        </div>
      </section>
      <div className="with-aside mt-9">
        <div className="stack">
          <ClientMessages namespaces={['acts', 'portfolio']}>
            <CasePapers application={application} papers={papers} zone={zone} />
          </ClientMessages>
          <Card title={home('home.facts')} id="facts">
            <CaseFacts application={application} employer={employer} employerLabel={region?.employer.label} zone={zone} />
          </Card>
          <Card title={t('answers')} id="answers">
            <AnswerList answers={answers} />
          </Card>
          <ClientMessages namespaces={['acts', 'portfolio']}>
            <SignedApplication papers={papers} zone={zone} />
            <WithdrawalCard application={application} papers={papers} zone={zone} />
          </ClientMessages>
          <Card title={t('history')} id="history">
            <CaseTimeline entries={application.timeline} zone={zone} />
            <ShownOf shown={application.timeline.length} total={application.timelineCount} />
          </Card>
        </div>
        <aside className="stack no-print">
          <PortfolioCard application={application} zone={zone} />
          <TermsCard application={application} zone={zone} />
          {application.meetings.length ? (
            <Card title={t('meetings')} id="meetings">
              <ul className="grid gap-2">
                {application.meetings.map((meeting) => (
                  <li key={meeting.id}>
                    <span className="first-letter:uppercase inline-block">
                      {formatDateWithWeekday(dayToInstant(meeting.date), locale, 'UTC')}
                    </span>
                    <span className="muted block text-m">{meeting.statusLabel}</span>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <div className="grid gap-2 justify-items-start">
            {may('edit_application') ? <LinkButton href={`/teacher/applications/${id}/form`}>{t('edit')}</LinkButton> : null}
            <ClientMessages namespaces={['teacher']}>
              <PrintButton />
              {may('withdraw') ? <WithdrawApplication applicationId={id} optional={!application.form.withdrawal?.reasonRequired} /> : null}
            </ClientMessages>
          </div>
        </aside>
      </div>
    </main>
  );
}
