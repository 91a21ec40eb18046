'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { SEGMENT_OF, SEGMENTS, startPath } from '@/domain/segments';
import { ChooseRoleDocument, PublicShellDocument, type Role } from '@/gql/graphql';
import { query } from '@/server/api';
import { signInByDemoCard, signInByPassword, signOut } from '@/server/session';
import type { FormState } from './form-state';
import { safeNext } from './next-path';
import { getProblemSentences } from './sentences';

/** Chooses a role of this session and opens its start page, or the page the person came for. */
export async function chooseRole(form: FormData): Promise<void> {
  const { chooseRole: chosen } = await query(ChooseRoleDocument, { id: String(form.get('role')) });
  const role = chosen.viewer?.role;
  if (!role) redirect('/roles');
  const next = safeNext(form.get('next'));
  redirect(next && opensTo(next, role) ? next : startPath(role));
}

/** Whether a page is the role's own or everybody's. */
function opensTo(path: string, role: Role): boolean {
  const first = path.split(/[/?#]/)[1];
  return first === SEGMENT_OF[role] || !SEGMENTS.some((segment) => segment === first);
}

/** Ends the session and leads to the front page. */
export async function endSession(): Promise<void> {
  await signOut();
  redirect('/');
}

/** Remembers a region of several; shown from then on. */
export async function chooseRegion(form: FormData): Promise<void> {
  const { regions } = await query(PublicShellDocument, {});
  const slug = form.get('region');
  if (slug === '') (await cookies()).delete('region');
  const known = regions.find((region) => region.slug === slug);
  if (known) {
    (await cookies()).set('region', known.slug, {
      path: '/',
      maxAge: 365 * 24 * 3600,
      sameSite: 'lax',
      httpOnly: true,
      secure: process.env.APP_URL?.startsWith('https:') ?? false,
    });
  }
  redirect('/');
}

/** Signs the same person in again while a screen stays as it is; the role of before is chosen again. */
export async function renewSession(_before: FormState, form: FormData): Promise<FormState> {
  const login = String(form.get('login') ?? '');
  const role = String(form.get('role') ?? '') || undefined;
  if (form.get('way') === 'demo' && (await signInByDemoCard(login, role))) return { errors: [], done: true };
  const problems = await signInByPassword(login, String(form.get('password') ?? ''), role);
  return problems.length ? { errors: await getProblemSentences(problems) } : { errors: [], done: true };
}
