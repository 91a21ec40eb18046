import { UserPlus, Users } from 'lucide-react';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { Segment } from '@/domain/segments';
import { AccountRolesDocument, AccountsPageDocument, type AccountsPageQuery, type Role } from '@/gql/graphql';
import { query } from '@/server/api';
import { Card } from '@/ui/kit/card';
import { Chip } from '@/ui/kit/chip';
import { DataTable } from '@/ui/kit/data-table';
import { EmptyState } from '@/ui/kit/empty-state';
import { FilterBar } from '@/ui/kit/filter-bar';
import { LinkButton } from '@/ui/kit/link-button';
import { Pager } from '@/ui/kit/navigation';
import { ClientMessages } from '@/ui/shell/client-messages';
import { RemoveRoleButton, ReopenButton, RestoreRoleButton } from './account-acts';
import { WaitingRoles } from './waiting-roles';

export interface AccountsSearch {
  q?: string;
  role?: string;
  removed?: string;
  after?: string;
}

type Row = AccountsPageQuery['accounts']['edges'][number]['node'];

/** Who signs in to the region and as what: find, issue, take a role away, open again. */
export async function AccountsScreen({
  segment,
  search,
}: {
  segment: Segment & ('admin' | 'operator' | 'coordinator');
  search: AccountsSearch;
}) {
  const t = await getTranslations('auth');
  const action = `/${segment}/accounts`;
  const issuable = (await query(AccountRolesDocument, {})).viewer?.issuableRoles ?? [];
  if (segment === 'coordinator' && issuable.length === 0) notFound();
  const roles = segment === 'coordinator' ? issuable : [{ role: 'TEACHER' as Role, label: t('accounts.teachers') }, ...issuable];
  const role = roles.find((known) => known.role === search.role)?.role ?? null;
  const removed = search.removed === '1';
  const { accounts } = await query(AccountsPageDocument, { search: search.q ?? null, role, removed, after: search.after ?? null });
  const rows = accounts.edges.map((edge) => edge.node);
  const { hasNextPage, endCursor } = accounts.pageInfo;
  const kept = { ...(search.q && { q: search.q }), ...(role && { role }), ...(removed && { removed: '1' }) };
  const pageHref = (after: string | null) => `${action}?${new URLSearchParams({ ...kept, ...(after && { after }) })}`;
  return (
    <main id="main" className="wrap-wide page">
      <div className="page-head">
        <div>
          <h1>{t('accounts.title')}</h1>
          <p className="lead">{t('accounts.lead')}</p>
        </div>
        <div className="actions">
          <LinkButton look="primary" href={`${action}/new`} icon={<UserPlus />}>
            {t('accounts.issue')}
          </LinkButton>
        </div>
      </div>
      <div className="mt-6 grid gap-4">
        <FilterBar
          action={action}
          search={{ name: 'q', label: t('accounts.search'), value: search.q ?? '' }}
          filters={[
            { name: 'role', label: t('accounts.role'), value: role ?? '', options: roles.map((r) => ({ value: r.role, label: r.label })) },
            {
              name: 'removed',
              label: t('accounts.show'),
              value: removed ? '1' : '',
              options: [{ value: '1', label: t('accounts.removedRoles') }],
            },
          ]}
          shown={rows.length}
        />
        <ClientMessages namespaces={['auth']}>
          <AccountsTable rows={rows} />
          <WaitingRoles />
        </ClientMessages>
        {search.after || hasNextPage ? (
          <Pager
            {...(search.after && { previousHref: pageHref(null) })}
            {...(hasNextPage && endCursor && { nextHref: pageHref(endCursor) })}
          >
            {t('accounts.byName')}
          </Pager>
        ) : null}
      </div>
    </main>
  );
}

const nameOf = (row: Row) => [row.lastName, row.firstName, row.patronymic].filter(Boolean).join(' ');

function AccountsTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('auth');
  return (
    <Card pad={false}>
      <DataTable
        caption={t('accounts.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon={<Users />} title={t('accounts.none')}>
            {t('accounts.noneText')}
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
                <span className="who">{nameOf(row) || t('accounts.noName')}</span>
                <span className="sub wrap-anywhere">{row.email}</span>
                {row.email && !row.emailConfirmed && !row.passwordPending ? (
                  <span className="sub">{t('accounts.emailUnconfirmed')}</span>
                ) : null}
              </>
            ),
          },
          { key: 'login', head: t('loginShort'), cell: (row) => row.login },
          {
            key: 'roles',
            head: t('accounts.roles'),
            width: 'w-2/5',
            cell: (row) => (
              <ul className="grid gap-1.5">
                {row.roleAssignments.map((role) => (
                  <li key={role.id} className="grid justify-items-start items-center gap-x-3 sm:grid-cols-[minmax(0,1fr)_auto]">
                    <span>
                      {role.label} <span className="sub">{role.scopeLabel}</span>
                    </span>
                    <RemoveRoleButton id={role.id} label={role.label} person={nameOf(row) || row.email} />
                  </li>
                ))}
                {row.removedRoles.map((role) => (
                  <li key={role.id} className="grid justify-items-start items-center gap-x-3 sm:grid-cols-[minmax(0,1fr)_auto]">
                    <span className="muted">
                      {role.label} <span className="sub">{role.scopeLabel}</span> <Chip tone="wait">{t('accounts.wasRemoved')}</Chip>
                    </span>
                    <RestoreRoleButton id={role.id} label={role.label} person={nameOf(row) || row.email} />
                  </li>
                ))}
              </ul>
            ),
          },
          { key: 'state', head: t('accounts.state'), cell: (row) => <State row={row} /> },
        ]}
      />
    </Card>
  );
}

function State({ row }: { row: Row }) {
  const t = useTranslations('auth');
  if (!row.locked && !row.passwordPending) return <Chip tone="ok">{t('accounts.open')}</Chip>;
  return (
    <div className="grid gap-1.5 justify-items-start">
      <Chip tone={row.locked ? 'danger' : 'wait'}>{row.locked ? t('accounts.locked') : t('accounts.pending')}</Chip>
      <ReopenButton id={row.id} label={row.locked ? t('accounts.reopen') : t('accounts.again')} />
    </div>
  );
}
