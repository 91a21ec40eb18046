import { Inbox, UserPlus } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { CardsHomeDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { EmptyState } from '@/ui/kit/empty-state';
import { Link } from '@/ui/kit/link';
import { LinkButton } from '@/ui/kit/link-button';
import { EmployeeTable } from './employees/employee-table';
import { schoolRule } from './rule';
import { SchoolTable } from './school-table';

/** The start of a school that keeps cards: those that wait for the viewer's role, then the applications that were sent. */
export async function CardsHome() {
  const [home, { role, zone }, t] = await Promise.all([query(CardsHomeDocument, {}), schoolRule(), getTranslations('school.home')]);
  const school = home.viewer?.roleAssignments.find((own) => own.chosen)?.scopeLabel;
  return (
    <main id="main" className="wrap-wide page">
      <div className="title-line">
        <h1>{t('title')}</h1>
        {role === 'SCHOOL_HR' ? (
          <LinkButton look="primary" href="/school/employees/new" icon={<UserPlus />}>
            {t('cards.add')}
          </LinkButton>
        ) : null}
      </div>
      {school ? <p className="lead mt-1.5">{school}</p> : null}
      <p className="muted mt-3 max-w-[44rem]">{t('cards.text')}</p>
      <section className="card mt-6" aria-labelledby="waiting">
        <div className="card-head">
          <h2 id="waiting">{t('cards.waiting')}</h2>
          <Link href="/school/employees">{t('cards.open')}</Link>
        </div>
        <EmployeeTable
          caption={t('cards.waiting')}
          captionHidden
          zone={zone}
          rows={home.employees.edges.map((edge) => edge.node)}
          empty={
            <EmptyState icon={<Inbox />} title={t('cards.nothing')} level={3}>
              {role === 'SCHOOL_HR' ? t('cards.nothingText') : null}
            </EmptyState>
          }
        />
      </section>
      <section className="card mt-6" aria-labelledby="cases">
        <div className="card-head">
          <h2 id="cases">{t('cards.cases')}</h2>
          <Link href="/school/applications">{t('cards.all')}</Link>
        </div>
        <SchoolTable
          caption={t('cards.cases')}
          captionHidden
          zone={zone}
          asks={false}
          rows={home.applications.edges.map((edge) => edge.node)}
          empty={<EmptyState icon={<Inbox />} title={t('cards.noCases')} level={3} />}
        />
      </section>
    </main>
  );
}
