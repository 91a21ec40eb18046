import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { EmployerAnswer_ConfirmationFragmentDoc, TeacherCaseDocument, TeacherHomeDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { CaseFacts } from '@/ui/application/case-facts';
import { CaseLineView } from '@/ui/application/case-line-view';
import { Card } from '@/ui/kit/card';
import { Link } from '@/ui/kit/link';
import { ClientMessages } from '@/ui/shell/client-messages';
import { CaseTimeline } from '@/ui/timeline/case-timeline';
import { ApplicationSwitch } from './application-switch';
import { CaseHead } from './case-head';
import { CaseMoves } from './case-moves';
import { FirstSteps } from './first-steps';
import { Outcome } from './outcome';
import { PortfolioCard } from './portfolio-card';
import { TermsCard } from './terms-card';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teacher'))('crumb') };
}

export default async function TeacherHomePage({ searchParams }: { searchParams: Promise<{ application?: string }> }) {
  const wanted = (await searchParams).application;
  const [home, t] = await Promise.all([query(TeacherHomeDocument, {}), getTranslations('teacher.home')]);
  const zone = home.region?.timezone ?? 'UTC';
  const applications = home.applications.edges.map((edge) => edge.node);
  const shown =
    applications.find((a) => a.id === wanted) ??
    applications.find((a) => a.whoseMove.some((move) => move.yours)) ??
    applications.find((a) => a.whoseMove.length > 0) ??
    applications[0];
  const name = [home.viewer?.firstName, home.viewer?.patronymic].filter(Boolean).join(' ');
  const hello = <p className="muted">{name ? t('hello', { name }) : t('helloPlain')}</p>;
  const { application, region } = shown
    ? await query(TeacherCaseDocument, { id: shown.id, lines: 6 })
    : { application: null, region: null };
  if (!application) {
    return (
      <main id="main" className="wrap page">
        {hello}
        <h1 className="mt-1">{t('titlePlain')}</h1>
        <FirstSteps home={home} zone={zone} />
      </main>
    );
  }
  const employer = readFragment(EmployerAnswer_ConfirmationFragmentDoc, application.employerConfirmation) ?? null;
  const caseHref = `/teacher/applications/${application.id}`;
  return (
    <main id="main" className="wrap page">
      {hello}
      <CaseHead application={application} zone={zone} />
      <div className="grid gap-4 mt-7">
        <Outcome application={application} />
        <CaseMoves application={application} employer={region?.employer} contact={region?.contactLabel ?? null} zone={zone} />
      </div>
      <section className="mt-9" aria-labelledby="line">
        <h2 id="line" className="mb-5">
          {t('caseTitle')}
        </h2>
        <CaseLineView steps={application.caseLine} zone={zone} />
      </section>
      <div className="with-aside mt-9">
        <div className="stack">
          <PortfolioCard application={application} zone={zone} />
          <Card title={t('facts')} id="facts" aside={<Link href={caseHref}>{t('openCase')}</Link>}>
            <CaseFacts application={application} employer={employer} employerLabel={region?.employer.label} zone={zone} />
          </Card>
          <Card title={t('history')} id="history" aside={<Link href={`${caseHref}#history`}>{t('allHistory')}</Link>}>
            <CaseTimeline entries={application.timeline} zone={zone} />
          </Card>
        </div>
        <aside className="stack">
          <TermsCard application={application} zone={zone} />
          <ClientMessages namespaces={['teacher']}>
            <ApplicationSwitch applications={applications} current={application.id} />
          </ClientMessages>
        </aside>
      </div>
    </main>
  );
}
