import { FileText, Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { readFragment } from '@/gql';
import { AssignmentTable_AssignmentFragmentDoc, ExpertHomeDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { sentence, termWords } from '@/ui/application/term';
import { EmptyState } from '@/ui/kit/empty-state';
import { Link } from '@/ui/kit/link';
import { LinkButton } from '@/ui/kit/link-button';
import { MoveCard } from '@/ui/kit/move-card';
import { Segments } from '@/ui/kit/navigation';
import { ProgressBar } from '@/ui/kit/progress-bar';
import { ShownOf } from '@/ui/kit/shown-of';
import { AssignmentTable } from './assignment-table';
import { type Assignment, byUrgency, isInvited, isSoon, termOf, waits } from './assignments';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('expert.home'))('title') };
}

export default async function ExpertHomePage({ searchParams }: { searchParams: Promise<{ view?: string }> }) {
  const [data, { view }, t] = await Promise.all([query(ExpertHomeDocument, {}), searchParams, getTranslations('expert.home')]);
  const zone = data.region?.timezone ?? 'UTC';
  const open = byUrgency(readFragment(AssignmentTable_AssignmentFragmentDoc, data.open));
  const ended = readFragment(AssignmentTable_AssignmentFragmentDoc, data.closed);
  const closed = view === 'closed';
  const shown = closed ? ended : open;
  const next = open.find(waits);
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="lead">{t('lead')}</p>
        </div>
      </div>
      <div className="stack mt-5">
        {next && !closed ? <Next assignment={next} zone={zone} /> : null}
        {open.length > 0 && !closed ? <Counts open={open} ended={data.endedCount} /> : null}
        <div>
          <Segments
            label={t('views')}
            items={[
              { href: '/expert', label: t('open'), count: data.openCount, current: !closed },
              { href: '/expert?view=closed', label: t('closed'), count: data.endedCount, current: closed },
            ]}
          />
        </div>
        {shown.length > 0 ? (
          <div id="cases">
            <AssignmentTable assignments={shown} zone={zone} closed={closed} />
            <ShownOf shown={shown.length} total={closed ? data.endedCount : data.openCount} />
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

async function Counts({ open, ended }: { open: readonly Assignment[]; ended: number }) {
  const t = await getTranslations('expert.home.stats');
  const waiting = open.filter(waits).length;
  const counts = [
    { key: 'waiting', count: waiting, href: '#cases' },
    { key: 'soon', count: open.filter(isSoon).length, href: '#cases' },
    { key: 'later', count: open.length - waiting, href: '#cases' },
    { key: 'done', count: ended, href: '/expert?view=closed' },
  ] as const;
  return (
    <div className="card stats">
      {counts.map(({ key, count, href }) => (
        <Link key={key} href={href}>
          <b>{count}</b>
          <span>{t(key, { count })}</span>
        </Link>
      ))}
    </div>
  );
}
