import { redirect } from 'next/navigation';
import { startPath } from '@/domain/segments';
import { currentSession } from '@/server/session';

/**
 * Leads a signed-in person to the start page of his role, anybody else to where he can mend what is missing.
 * A page, not a route: after a form's redirect the browser keeps a route's address, and the next form would be posted there.
 */
export default async function StartPage(): Promise<never> {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  if (session.mustChoosePassword) redirect('/password');
  redirect(session.viewer ? startPath(session.viewer.role) : '/roles');
}
