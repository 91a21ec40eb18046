'use server';
import { redirect } from 'next/navigation';
import { ChangePasswordDocument, RequestPasswordResetDocument, ResetPasswordDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { errorsOf, type FormState, typedIn } from '@/ui/session/form-state';
import { safeNext } from '@/ui/session/next-path';

/** Chooses a password in place of the one-time one, then goes on. */
export async function choosePassword(_before: FormState, form: FormData): Promise<FormState> {
  const { changePassword } = await query(ChangePasswordDocument, { input: { next: String(form.get('next_password') ?? '') } });
  if (changePassword.problems.length) return { errors: errorsOf(changePassword.problems) };
  redirect(safeNext(form.get('next')) ?? '/start');
}

/** Asks for the letter with a link; the same answer for every login. */
export async function requestReset(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedIn(form, 'login');
  const { requestPasswordReset } = await query(RequestPasswordResetDocument, { login: values.login ?? '' });
  return { errors: errorsOf(requestPasswordReset.problems), values, done: requestPasswordReset.problems.length === 0 };
}

/** Chooses a password by the link of the letter; signing in with it comes next. */
export async function resetPassword(_before: FormState, form: FormData): Promise<FormState> {
  const keepIdentities = form.getAll('keep').map(String);
  const input = { token: String(form.get('token') ?? ''), next: String(form.get('next_password') ?? ''), keepIdentities };
  const { resetPassword: answer } = await query(ResetPasswordDocument, { input });
  if (answer.problems.length) return { errors: errorsOf(answer.problems) };
  redirect(`/sign-in?changed&login=${encodeURIComponent(answer.login ?? '')}`);
}
