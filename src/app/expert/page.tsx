import { FileText, Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { AssignmentTable_AssignmentFragmentDoc, ExpertHomeDocument, type ExpertHomeQuery } from '@/gql/graphql';
import { query } from '@/server/api';
import { sentence, termWords } from '@/ui/application/term';
import { EmptyState } from '@/ui/kit/empty-state';
import { Link } from '@/ui/kit/link';
import { LinkButton } from '@/ui/kit/link-button';
import { MoveCard } from '@/ui/kit/move-card';
import { Pager, Segments } from '@/ui/kit/navigation';
import { ProgressBar } from '@/ui/kit/progress-bar';
import { AssignmentTable } from './assignment-table';
import { type Assignment, isInvited, termOf, waits } from './assignments';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('expert.home'))('title') };
}

type Params = Promise<{ view?: string; after?: string }>;

export default async function ExpertHomePage({ searchParams }: { searchParams: Params }) {
  const { view, after } = await searchParams;
  const closed = view === 'closed';
  const [{ region, counts, assignments }, t] = await Promise.all([
    query(ExpertHomeDocument, { open: !closed, after: after ?? null }),
    getTranslations('expert.home'),
  ]);
  const zone = region?.timezone ?? 'UTC';
  const shown = assignments.edges.map((edge) => readFragment(AssignmentTable_AssignmentFragmentDoc, edge.node));
  const next = closed || after ? undefined : shown.find(waits);
  const address = closed ? '/expert?view=closed' : '/expert?view=open';
  const { hasNextPage, endCursor } = assignments.pageInfo;
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="lead">{t('lead')}</p>
        </div>
      </div>
      <div className="stack mt-5">
        {next ? <Next assignment={next} zone={zone} /> : null}
        {counts.open > 0 && !closed ? <Counts counts={counts} /> : null}
        <div>
          <Segments
            label={t('views')}
            items={[
              { href: '/expert', label: t('open'), count: counts.open, current: !closed },
              { href: '/expert?view=closed', label: t('closed'), count: counts.ended, current: closed },
            ]}
          />
        </div>
        {shown.length > 0 ? (
          <div id="cases">
            <AssignmentTable assignments={shown} zone={zone} closed={closed} />
            <Pager
              {...(after ? { previousHref: address } : {})}
              {...(hasNextPage && endCursor ? { nextHref: `${address}&after=${encodeURIComponent(endCursor)}` } : {})}
            />
          </div>
        ) : (
          <EmptyState icon={closed ? <FileText /> : <Inbox />} title={closed ? t('emptyClosed') : t('emptyOpen')} />
        )}
      </div>
    </main>
  );
}

/** The one case that waits longest: its term, how far it is, the way in. */
async function Next({ assignment, zone }: { assignment: Assignment; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations('expert.home'), getLocale()]);
  const term = termOf(assignment);
  const words = term && termWords(term, locale, zone);
  const { application, scored, criteriaCount } = assignment;
  const invited = isInvited(assignment);
  return (
    <MoveCard
      title={t(invited ? 'invited' : 'next', { name: application?.fullName ?? '' })}
      actions={
        <LinkButton look="primary" href={`/expert/assignments/${assignment.id}`} block>
          {t(invited ? 'answer' : criteriaCount === 0 ? 'conclude' : scored > 0 ? 'continue' : 'start')}
        </LinkButton>
      }
    >
      <p>{t('nextText', { position: application?.position?.label ?? '', category: application?.category?.label.toLowerCase() ?? '' })}</p>
      {words ? <p>{t('nextUntil', { until: words.until, left: sentence(words.left) })}</p> : null}
      {invited || criteriaCount === 0 ? null : (
        <div className="mt-3 max-w-md">
          <ProgressBar
            value={scored}
            max={criteriaCount}
            label={t('progress')}
            head={`${t('progress')} ${t('progressOf', { done: scored, all: criteriaCount })}`}
          />
        </div>
      )}
    </MoveCard>
  );
}

async function Counts({ counts }: { counts: ExpertHomeQuery['counts'] }) {
  const t = await getTranslations('expert.home.stats');
  const tiles = [
    { key: 'waiting', count: counts.waiting, href: '#cases' },
    { key: 'soon', count: counts.soon, href: '#cases' },
    { key: 'later', count: counts.later, href: '#cases' },
    { key: 'done', count: counts.ended, href: '/expert?view=closed' },
  ] as const;
  return (
    <div className="card stats">
      {tiles.map(({ key, count, href }) => (
        <Link key={key} href={href}>
          <b>{count}</b>
          <span>{t(key, { count })}</span>
        </Link>
      ))}
    </div>
  );
}
