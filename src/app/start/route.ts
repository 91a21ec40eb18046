import { redirect } from 'next/navigation';
import { startPath } from '@/domain/segments';
import { currentSession } from '@/server/session';

/** Leads a signed-in person to the start page of his role, anybody else to where he can mend what is missing. */
export async function GET(): Promise<Response> {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  if (session.mustChoosePassword) redirect('/password');
  redirect(session.viewer ? startPath(session.viewer.role) : '/roles');
}
