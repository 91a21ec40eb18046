import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import {
  EmployerAnswer_ConfirmationFragmentDoc,
  TeacherCaseDocument,
  TeacherCasePageDocument,
  Term_DeadlineFragmentDoc,
} from '@/gql/graphql';
import { query } from '@/server/api';
import { NextSteps } from '@/ui/application/next-steps';
import { sentence, termWords } from '@/ui/application/term';
import { Card } from '@/ui/kit/card';
import { Facts } from '@/ui/kit/facts';
import { dayToInstant, formatDate, formatDateWithWeekday, formatTime } from '@/ui/kit/format';
import { LinkButton } from '@/ui/kit/link-button';
import { Notice } from '@/ui/kit/notice';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teacher.submitted'))('title') };
}

/** Proof of acceptance: the number, the day of the session, what happens next. */
export default async function SubmittedPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ application, region }, { viewer }, t, locale] = await Promise.all([
    query(TeacherCaseDocument, { id, lines: 1 }),
    query(TeacherCasePageDocument, { id }),
    getTranslations('teacher.submitted'),
    getLocale(),
  ]);
  if (!application) return notFound();
  if (!application.number || !application.submittedAt) redirect(`/teacher/applications/${id}`);
  const zone = region?.timezone ?? 'UTC';
  const meeting = application.meetings[0];
  const session = meeting ? formatDateWithWeekday(dayToInstant(meeting.date), locale, 'UTC') : null;
  const employer = readFragment(EmployerAnswer_ConfirmationFragmentDoc, application.employerConfirmation);
  const term = readFragment(Term_DeadlineFragmentDoc, employer?.deadline);
  const portfolio = application.portfolio?.editable;
  const schoolTerm = term ? ` ${t('schoolTerm', { until: termWords(term, locale, zone).byDay })}` : '';
  return (
    <main id="main" className="wrap page">
      <div className="with-aside">
        <div className="stack">
          <h1>{t('title')}</h1>
          <Notice tone="ok" role="status" title={`${t('number')}: ${application.number}`}>
            <p>{t('letter', { email: viewer?.email ?? '' })}</p>
          </Notice>
          <Card>
            <Facts
              items={[
                { term: t('number'), value: <b>{application.number}</b> },
                {
                  term: t('date'),
                  value: `${formatDate(application.submittedAt, locale, zone)}, ${formatTime(application.submittedAt, locale, zone)}`,
                },
                ...(session ? [{ term: t('meeting'), value: session }] : []),
              ]}
            />
          </Card>
          <div className="actions">
            {portfolio ? (
              <LinkButton href={`/teacher/portfolio/${id}`} look="primary" size="xl" block>
                {t('toPortfolio')}
              </LinkButton>
            ) : null}
            <LinkButton href={`/teacher?application=${id}`} look={portfolio ? 'secondary' : 'primary'} size="xl" block>
              {t('toHome')}
            </LinkButton>
          </div>
        </div>
        <aside className="stack">
          <Card title={t('nextTitle')} id="next">
            <NextSteps
              steps={[
                ...(employer && application.organisation
                  ? [{ when: t('school.when'), what: `${t('school.what', { name: application.organisation.name })}.${schoolTerm}` }]
                  : []),
                ...(portfolio ? [{ when: t('portfolio.when'), what: t('portfolio.what') }] : []),
                ...(session ? [{ when: sentence(session), what: t('commission.what') }] : []),
              ]}
            />
          </Card>
        </aside>
      </div>
    </main>
  );
}
