import { Mail } from 'lucide-react';
import type { Metadata } from 'next';
import { useLocale, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { MessagesPageDocument, type MessagesPageQuery } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { EmptyState } from '@/ui/kit/empty-state';
import { formatMoment } from '@/ui/kit/format';
import { Pager } from '@/ui/kit/navigation';
import { MarkRead } from './mark-read';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('messages.title') };
}

type Letter = MessagesPageQuery['notifications']['edges'][number]['node'];

/** Letters of the role, the same that went by e-mail; a one-time password in them is masked. */
export default async function MessagesPage({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await searchParams;
  const [t, { notifications, viewer, region }] = await Promise.all([
    getTranslations('auth'),
    query(MessagesPageDocument, { after: after ?? null }),
  ]);
  const letters = notifications.edges.map((edge) => edge.node);
  const { hasNextPage, endCursor } = notifications.pageInfo;
  return (
    <main id="main" className="wrap page">
      <h1>{t('messages.title')}</h1>
      <p className="lead">{t('messages.lead', { email: viewer?.email ?? '' })}</p>
      <div className="mt-8 max-w-[52rem]">
        <Card pad={false}>
          {letters.length ? (
            <ul className="rows">
              {letters.map((letter) => (
                <LetterRow key={letter.id} letter={letter} zone={region?.timezone ?? 'UTC'} />
              ))}
            </ul>
          ) : (
            <EmptyState icon={<Mail />} title={t('messages.none')}>
              {t('messages.noneText')}
            </EmptyState>
          )}
        </Card>
        {after || hasNextPage ? (
          <Pager
            {...(after && { previousHref: '/messages' })}
            {...(hasNextPage && endCursor && { nextHref: `/messages?after=${encodeURIComponent(endCursor)}` })}
          >
            {t('messages.newestFirst')}
          </Pager>
        ) : null}
      </div>
      {letters.some((letter) => !letter.read) ? <MarkRead /> : null}
    </main>
  );
}

function LetterRow({ letter, zone }: { letter: Letter; zone: string }) {
  const t = useTranslations('auth');
  const locale = useLocale();
  return (
    <li>
      <details className="letter" open={!letter.read}>
        <summary className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-5 py-4 cursor-pointer">
          <b className="flex-1 min-w-[12rem]">
            {letter.subject} {letter.read ? null : <Chip tone="ink">{t('messages.new')}</Chip>}
          </b>
          <time className="text-s text-text-3" dateTime={letter.createdAt}>
            {formatMoment(letter.createdAt, locale, zone)}
          </time>
        </summary>
        <div className="px-5 pb-5 grid gap-3">
          <p className="whitespace-pre-line wrap-anywhere">{letter.body}</p>
          <p className="text-s text-text-3">
            {letter.sentAt ? t('messages.sent', { at: formatMoment(letter.sentAt, locale, zone) }) : t('messages.queued')}
          </p>
        </div>
      </details>
    </li>
  );
}
