import { MailPlus } from 'lucide-react';
import { notFound } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { InvitationsPageDocument, type InvitationsPageQuery } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { DataTable } from '@/ui/kit/data-table';
import { EmptyState } from '@/ui/kit/empty-state';
import { formatDate } from '@/ui/kit/format';
import { ShownOf } from '@/ui/kit/shown-of';
import { ClientMessages } from '@/ui/shell/client-messages';
import { InviteForm } from './invite-form';

type Row = InvitationsPageQuery['invitations'][number];

/** People invited by letter, and the form that invites one more. */
export async function InvitationsScreen() {
  const [t, { viewer, region, invitations, invitationCount, municipalities }] = await Promise.all([
    getTranslations('auth'),
    query(InvitationsPageDocument, {}),
  ]);
  const roles = viewer?.invitableRoles ?? [];
  if (roles.length === 0) notFound();
  const own = viewer?.municipalityId;
  const places = own ? municipalities.filter(({ id }) => id === own) : municipalities;
  return (
    <main id="main" className="wrap-wide page">
      <h1>{t('invite.title')}</h1>
      <p className="lead">{t('invite.lead')}</p>
      <div className="mt-7 grid gap-8">
        <Card title={t('invite.new')} id="new">
          <ClientMessages namespaces={['auth']}>
            <InviteForm roles={roles} municipalities={places} />
          </ClientMessages>
        </Card>
        <InvitedTable rows={invitations} zone={region?.timezone ?? 'UTC'} />
        <ShownOf shown={invitations.length} total={invitationCount} />
      </div>
    </main>
  );
}

function InvitedTable({ rows, zone }: { rows: readonly Row[]; zone: string }) {
  const t = useTranslations('auth');
  return (
    <Card title={t('invite.list')} pad={false}>
      <DataTable
        caption={t('invite.list')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon={<MailPlus />} title={t('invite.none')}>
            {t('invite.noneText')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            head: t('accounts.person'),
            lead: true,
            width: 'w-1/4',
            cell: (row) => (
              <>
                <span className="who wrap-anywhere">{row.fullName ?? row.email}</span>
                {row.fullName ? <span className="sub wrap-anywhere">{row.email}</span> : null}
              </>
            ),
          },
          { key: 'login', head: t('loginShort'), cell: (row) => row.login ?? '—' },
          {
            key: 'role',
            head: t('accounts.role'),
            width: 'w-1/3',
            cell: (row) => (
              <>
                {row.roleLabel} <span className="sub">{row.placeLabel}</span>
              </>
            ),
          },
          { key: 'state', head: t('accounts.state'), cell: (row) => <State row={row} zone={zone} /> },
        ]}
      />
    </Card>
  );
}

function State({ row, zone }: { row: Row; zone: string }) {
  const [t, locale] = [useTranslations('auth'), useLocale()];
  if (row.usedAt) return <Chip tone="ok">{t('invite.used')}</Chip>;
  const over = new Date(row.expiresAt).getTime() < Date.now();
  if (over) return <Chip tone="danger">{t('invite.over')}</Chip>;
  return <Chip tone="wait">{t('invite.until', { date: formatDate(row.expiresAt, locale, zone) })}</Chip>;
}
