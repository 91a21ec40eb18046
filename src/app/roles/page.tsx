import { ArrowRight, LogOut } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ShellDocument } from '@/gql/graphql';
import { query, signInPath } from '@/server/api';
import { Notice } from '@/ui/kit/notice';
import { chooseRole, endSession } from '@/ui/session/actions';
import { EntranceFrame } from '@/ui/session/entrance-frame';
import { safeNext } from '@/ui/session/next-path';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('roles.title') };
}

/** One person, several roles: each session works in one of them. */
export default async function RolesPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const [search, t, { viewer }] = await Promise.all([searchParams, getTranslations('auth'), query(ShellDocument, {})]);
  if (!viewer) redirect(signInPath('/roles'));
  if (viewer.mustChoosePassword) redirect('/password');
  const several = new Set(viewer.roleAssignments.map((role) => role.regionLabel)).size > 1;
  return (
    <EntranceFrame>
      <h1>{t('roles.title')}</h1>
      {viewer.roleAssignments.length ? (
        <>
          <p className="lead">{t('roles.lead')}</p>
          <form action={chooseRole} className="grid gap-2.5 mt-7">
            <input type="hidden" name="next" value={safeNext(search.next) ?? ''} />
            {viewer.roleAssignments.map((role) => (
              <button
                key={role.id}
                type="submit"
                name="role"
                value={role.id}
                aria-current={role.chosen || undefined}
                className="flex items-center gap-3 text-left rounded-card border border-line bg-surface p-4 hover:bg-ink-soft hover:border-ink-line"
              >
                <span className="grid gap-1 min-w-0 flex-1">
                  <b className="text-ink">{role.label}</b>
                  <span className="text-m text-text-2">
                    {several && role.regionLabel !== role.scopeLabel ? `${role.scopeLabel}, ${role.regionLabel}` : role.scopeLabel}
                  </span>
                </span>
                <span className="text-ink flex-none">
                  <ArrowRight />
                </span>
              </button>
            ))}
          </form>
        </>
      ) : (
        <div className="mt-7">
          <Notice tone="warn" title={t('roles.none')}>
            {t('roles.noneText')}
          </Notice>
        </div>
      )}
      <form action={endSession} className="mt-7">
        <button type="submit" className="link-button inline-flex items-center gap-1.5">
          <LogOut />
          {t('roles.signOut')}
        </button>
      </form>
    </EntranceFrame>
  );
}
