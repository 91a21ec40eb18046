'use server';
import { ChangePasswordDocument, SaveProfileDocument, SendEmailConfirmationDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { askToLink } from '@/server/session';
import { errorsOf, type FormState, typedIn } from '@/ui/session/form-state';

/** Saves one's name, e-mail, telephone and the language of letters. */
export async function saveProfile(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedIn(form, 'lastName', 'firstName', 'patronymic', 'email', 'phone', 'language', 'sex');
  const { lastName = '', firstName = '', patronymic = '', email = '', phone = '', language = '', sex = '' } = values;
  const current = String(form.get('current') ?? '') || null;
  const { saveProfile: saved } = await query(SaveProfileDocument, {
    input: { lastName, firstName, patronymic, email, phone, language, sex: sex || null, current },
  });
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

/** Remembers for ten minutes that this session wants to be joined to who comes back from the portal. */
export async function wantLink(): Promise<void> {
  await askToLink();
}

/** Changes the password; other devices have to sign in again. */
export async function changePassword(_before: FormState, form: FormData): Promise<FormState> {
  const input = { current: String(form.get('present') ?? ''), next: String(form.get('next_password') ?? '') };
  const { changePassword: changed } = await query(ChangePasswordDocument, { input });
  return { errors: errorsOf(changed.problems), done: changed.problems.length === 0 };
}
