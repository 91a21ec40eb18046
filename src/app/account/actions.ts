'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import {
  CancelEmailChangeDocument,
  ChangePasswordDocument,
  EndOtherSessionsDocument,
  EndSessionDocument,
  RequestPasswordResetDocument,
  SaveProfileDocument,
  SendEmailConfirmationDocument,
  UnlinkIdentityDocument,
} from '@/gql/graphql';
import { query, signInPath } from '@/server/api';
import { askToLink, currentSession } from '@/server/session';
import { errorsOf, type FormState, typedIn } from '@/ui/session/form-state';
import { getProblemSentences } from '@/ui/session/sentences';

/** Saves one's name, e-mail, telephone and the language of letters. */
export async function saveProfile(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedIn(form, 'lastName', 'firstName', 'patronymic', 'email', 'phone', 'language', 'sex');
  const { lastName = '', firstName = '', patronymic = '', email = '', phone = '', language = '', sex = '' } = values;
  const current = String(form.get('current') ?? '') || null;
  const { saveProfile: saved } = await query(SaveProfileDocument, {
    input: { lastName, firstName, patronymic, email, phone, language, sex: sex || null, current },
  });
  // The band over every page says what the profile lacks, and an address that waits for its letter is told of above the form.
  if (saved.problems.length === 0) revalidatePath('/', 'layout');
  return { errors: errorsOf(saved.problems), values, done: saved.problems.length === 0 };
}

/** Sends the letter that confirms one's address once more. */
export async function sendConfirmation(_before: FormState, _form: FormData): Promise<FormState> {
  const { sendEmailConfirmation } = await query(SendEmailConfirmationDocument, {});
  return {
    errors: errorsOf(sendEmailConfirmation.problems.map((p) => ({ ...p, path: [] }))),
    done: sendEmailConfirmation.problems.length === 0,
  };
}

/** Takes the address that waits for its letter back. */
export async function cancelEmailChange(_before: FormState, _form: FormData): Promise<FormState> {
  await query(CancelEmailChangeDocument, {});
  revalidatePath('/account');
  return { errors: [], done: true };
}

/** Remembers for ten minutes that this session wants to be joined to who comes back from the portal, once its person has shown who he is. */
export async function wantLink(_before: FormState, form: FormData): Promise<FormState> {
  const problems = await askToLink(String(form.get('link_password') ?? '') || null);
  const errors = (await getProblemSentences(problems)).map((e) => (e.field === 'current' ? { ...e, field: 'link_password' } : e));
  return { errors, done: problems.length === 0 };
}

/** Parts an identity of the portal from one's own account. */
export async function unlinkIdentity(_before: FormState, form: FormData): Promise<FormState> {
  const input = { identityId: String(form.get('identity') ?? ''), current: String(form.get('current') ?? '') || null };
  const { unlinkIdentity: parted } = await query(UnlinkIdentityDocument, { input });
  if (parted.problems.length === 0) revalidatePath('/account');
  return { errors: errorsOf(parted.problems), done: parted.problems.length === 0 };
}

/** Sends a letter with a link to choose a password to one's own address. */
export async function sendOwnLink(_before: FormState, _form: FormData): Promise<FormState> {
  const login = (await currentSession())?.login;
  if (!login) redirect(signInPath('/account'));
  const { requestPasswordReset } = await query(RequestPasswordResetDocument, { login });
  return { errors: errorsOf(requestPasswordReset.problems), done: requestPasswordReset.problems.length === 0 };
}

/** Ends one of one's own sessions, or all but this one. */
export async function endSessions(form: FormData): Promise<void> {
  const id = String(form.get('session') ?? '');
  if (id) await query(EndSessionDocument, { id });
  else await query(EndOtherSessionsDocument, {});
  revalidatePath('/account');
}

/** Changes the password; other devices have to sign in again. */
export async function changePassword(_before: FormState, form: FormData): Promise<FormState> {
  const input = { current: String(form.get('present') ?? '') || null, next: String(form.get('next_password') ?? '') };
  const { changePassword: changed } = await query(ChangePasswordDocument, { input });
  return { errors: errorsOf(changed.problems), done: changed.problems.length === 0 };
}
