import { ArrowRight, Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SchoolHomeDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { EmptyState } from '@/ui/kit/empty-state';
import { Link } from '@/ui/kit/link';
import { CardsHome } from './cards-home';
import { type AskingMode, answerFilters, schoolRule } from './rule';
import { SchoolTable } from './school-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('school.home'))('title') };
}

const TILES = ['waiting', 'disputed', 'confirmed'] as const;

export default async function SchoolHomePage() {
  const { keepsCards, asks } = await schoolRule();
  if (keepsCards) return <CardsHome />;
  // Nothing is asked of the school here: what it has is the list of its teachers' cases.
  if (!asks) redirect('/school/applications');
  return <AskedHome mode={asks} />;
}

/** What the school is asked in the cases of its teachers, in the words of what it is asked. */
async function AskedHome({ mode }: { mode: AskingMode }) {
  const [home, t, m] = await Promise.all([
    query(SchoolHomeDocument, answerFilters(mode)),
    getTranslations('school.home'),
    getTranslations(`school.mode.${mode}`),
  ]);
  const school = home.viewer?.roleAssignments.find((role) => role.chosen)?.scopeLabel;
  return (
    <main id="main" className="wrap page">
      <h1>{t('title')}</h1>
      {school ? <p className="lead mt-1.5">{school}</p> : null}
      <div className="card stats mt-6">
        {TILES.map((tile) => (
          <Link key={tile} href={`/school/applications?answer=${tile}`}>
            <b>{home[tile].totalCount}</b>
            <span>{m(`tile.${tile}.name`)}</span>
            <small>{m(`tile.${tile}.hint`)}</small>
          </Link>
        ))}
      </div>
      <section className="card mt-6" aria-labelledby="waiting">
        <div className="card-head">
          <h2 id="waiting">{m('waitingTitle')}</h2>
          {home.waiting.totalCount > home.waiting.edges.length ? (
            <Link href="/school/applications?answer=waiting" className="flex items-center gap-1.5">
              {t('all', { count: home.waiting.totalCount })}
              <ArrowRight />
            </Link>
          ) : null}
        </div>
        <SchoolTable
          caption={m('waitingTitle')}
          captionHidden
          zone={home.region?.timezone ?? 'UTC'}
          rows={home.waiting.edges.map((edge) => edge.node)}
          empty={
            <EmptyState icon={<Inbox />} title={m('nothing')} level={3}>
              {m('nothingText')}
            </EmptyState>
          }
        />
      </section>
      <div className="mt-6">
        <Card title={t('how.title')} id="how">
          <ul className="list-disc pl-5 grid gap-1.5 max-w-[44rem]">
            <li>{m('how.when')}</li>
            <li>{m('how.what')}</li>
            <li>{m('how.mend')}</li>
          </ul>
        </Card>
      </div>
    </main>
  );
}
