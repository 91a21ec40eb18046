'use server';
import { redirect } from 'next/navigation';
import { AcceptInvitationDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { signInByPassword } from '@/server/session';
import { errorsOf, type FormState, typedIn } from '@/ui/session/form-state';

/** Takes up an invitation and goes in: login and password were given just now. */
export async function acceptInvitation(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedIn(form, 'login', 'lastName', 'firstName', 'patronymic', 'post', 'have');
  const password = String(form.get('password') ?? '');
  const { have, ...person } = values;
  const input = { ...person, token: String(form.get('token') ?? ''), existing: have === 'yes', password };
  const { acceptInvitation: accepted } = await query(AcceptInvitationDocument, { input });
  if (accepted.problems.length || !accepted.login) return { errors: errorsOf(accepted.problems), values };
  // Who comes in through the portal has no password to go in with.
  const problems = password ? await signInByPassword(accepted.login, password) : accepted.problems;
  if (!password) redirect('/sign-in');
  redirect(problems.length ? `/sign-in?login=${encodeURIComponent(accepted.login)}` : '/start');
}
