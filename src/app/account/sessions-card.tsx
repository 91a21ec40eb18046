import { getLocale, getTranslations } from 'next-intl/server';
import type { AccountPageQuery } from '@/gql/graphql';
import { SubmitButton } from '@/ui/kit/button';
import { Chip } from '@/ui/kit/chip';
import { formatMoment } from '@/ui/kit/format';
import { endSessions } from './actions';

type Sessions = NonNullable<AccountPageQuery['viewer']>['sessions'];

/** Where the person is signed in: what is not his he ends, one by one or all at once. */
export async function SessionsCard({ sessions, zone }: { sessions: Sessions; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations('auth'), getLocale()]);
  return (
    <div className="grid gap-4">
      <ul className="grid gap-4">
        {sessions.map(({ id, device, address, lastSeenAt, current }) => (
          <li key={id} className="grid gap-x-4 gap-y-2 items-center justify-items-start sm:grid-cols-[minmax(0,1fr)_auto]">
            <span className="min-w-0">
              <b className="block wrap-anywhere">{device || t('sessions.unknown')}</b>
              <span className="sub wrap-anywhere">
                {[address, t('sessions.seen', { at: formatMoment(lastSeenAt, locale, zone) })].filter(Boolean).join(', ')}
              </span>
            </span>
            {current ? (
              <Chip tone="ok">{t('sessions.current')}</Chip>
            ) : (
              <form action={endSessions}>
                <input type="hidden" name="session" value={id} />
                <SubmitButton size="s" look="quiet" busyLabel={t('sessions.ending')}>
                  {t('sessions.end')}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form action={endSessions}>
          <SubmitButton look="secondary" busyLabel={t('sessions.ending')}>
            {t('sessions.endOthers')}
          </SubmitButton>
        </form>
      ) : null}
    </div>
  );
}
