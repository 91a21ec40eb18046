import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
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
import { Link } from '@/ui/kit/link';
import { LinkButton } from '@/ui/kit/link-button';
import { Notice } from '@/ui/kit/notice';
import { IN_MEETING, type TeacherCase, useActTitle } from '../../../case-moves';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teacher.submitted'))('title') };
}

/** Proof of acceptance: the number where there is one already, the day, what happens next. */
export default async function SubmittedPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ application, region }, { viewer, notifications }, t, locale] = await Promise.all([
    query(TeacherCaseDocument, { id, lines: 1 }),
    query(TeacherCasePageDocument, { id }),
    getTranslations('teacher.submitted'),
    getLocale(),
  ]);
  if (!application) return notFound();
  if (!application.submittedAt) redirect(`/teacher/applications/${id}`);
  const zone = region?.timezone ?? 'UTC';
  const { number } = application;
  const meeting = application.meetings[0];
  const session = meeting ? formatDateWithWeekday(dayToInstant(meeting.date), locale, 'UTC') : null;
  const portfolio = application.portfolio?.editable ? application.portfolio : null;
  const written = notifications.edges.some(({ node }) => node.application?.id === id);
  return (
    <main id="main" className="wrap page">
      <div className="with-aside">
        <div className="stack">
          <h1>{t(number ? 'title' : 'titleSent')}</h1>
          <Notice tone="ok" role="status" title={number ? `${t('number')}: ${number}` : application.statusLabel}>
            {written && viewer?.email ? <p>{t('letter', { email: viewer.email })}</p> : null}
          </Notice>
          {viewer?.email ? null : (
            <Notice tone="warn" title={t('noLetters')}>
              {t('noLettersText')} <Link href="/account#email">{t('giveEmail')}</Link>
            </Notice>
          )}
          <Card>
            <Facts
              items={[
                ...(number ? [{ term: t('number'), value: <b>{number}</b> }] : []),
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
                {portfolio.handedIn ? t('toPortfolio') : portfolio.title}
              </LinkButton>
            ) : null}
            <LinkButton href={`/teacher?application=${id}`} look={portfolio ? 'secondary' : 'primary'} size="xl" block>
              {t('toHome')}
            </LinkButton>
          </div>
        </div>
        <aside className="stack">
          <WhatNext application={application} session={session} zone={zone} />
        </aside>
      </div>
    </main>
  );
}

/** What the case waits for now: the school, the portfolio, the session, and whoever else is to move. */
function WhatNext({ application, session, zone }: { application: TeacherCase; session: string | null; zone: string }) {
  const t = useTranslations('teacher.submitted');
  const titleOf = useActTitle();
  const locale = useLocale();
  const employer = readFragment(EmployerAnswer_ConfirmationFragmentDoc, application.employerConfirmation);
  const term = readFragment(Term_DeadlineFragmentDoc, employer?.deadline);
  const { organisation, portfolio } = application;
  const schoolTerm = term ? ` ${t('schoolTerm', { until: termWords(term, locale, zone).byDay })}` : '';
  const others = application.whoseMove.filter(
    ({ yours, action }) => !yours && action !== 'confirm_employer' && !(session && IN_MEETING.includes(action)),
  );
  const steps = [
    ...(employer && organisation
      ? [{ when: t('school.when'), what: `${t('school.what', { name: organisation.name })}.${schoolTerm}` }]
      : []),
    ...(portfolio?.editable ? [{ when: t('portfolio.when'), what: t('portfolio.what', { title: portfolio.title }) }] : []),
    ...(session ? [{ when: sentence(session), what: t('commission.what') }] : []),
    ...others.map(({ roleLabel, action }) => ({ when: roleLabel, what: titleOf(action) })),
  ];
  if (steps.length === 0) return null;
  return (
    <Card title={t('nextTitle')} id="next">
      <NextSteps steps={steps} />
    </Card>
  );
}
