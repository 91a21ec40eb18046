import { getLocale, getTranslations } from 'next-intl/server';
import { WaitingRolesDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { formatDate } from '@/ui/kit/format';

/** Roles that wait until the reader of the address follows the link of the letter; nothing where none does. */
export async function WaitingRoles() {
  const [t, locale, { region, invitations }] = await Promise.all([getTranslations('auth'), getLocale(), query(WaitingRolesDocument, {})]);
  const open = invitations.filter(({ usedAt, expiresAt }) => !usedAt && new Date(expiresAt).getTime() > Date.now());
  if (open.length === 0) return null;
  return (
    <Card title={t('accounts.waiting')} id="waiting">
      <p className="muted">{t('accounts.waitingText')}</p>
      <ul className="rows mt-4">
        {open.map(({ id, email, roleLabel, placeLabel, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <span className="flex-1 min-w-[12rem]">
              <span className="who wrap-anywhere">{email}</span> {roleLabel} <span className="sub">{placeLabel}</span>
            </span>
            <Chip tone="wait">{t('invite.until', { date: formatDate(expiresAt, locale, region?.timezone ?? 'UTC') })}</Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
}
