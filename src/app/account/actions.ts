'use server';
import { ChangePasswordDocument, SaveProfileDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { errorsOf, type FormState, typedIn } from '@/ui/session/form-state';

/** Saves one's name, e-mail, telephone and the language of letters. */
export async function saveProfile(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedIn(form, 'lastName', 'firstName', 'patronymic', 'email', 'phone', 'language');
  const { lastName = '', firstName = '', patronymic = '', email = '', phone = '', language = '' } = values;
  const current = String(form.get('current') ?? '') || null;
  const { saveProfile: saved } = await query(SaveProfileDocument, {
    input: { lastName, firstName, patronymic, email, phone, language, current },
  });
  return { errors: errorsOf(saved.problems), values, done: saved.problems.length === 0 };
}

/** Changes the password; other devices have to sign in again. */
export async function changePassword(_before: FormState, form: FormData): Promise<FormState> {
  const input = { current: String(form.get('present') ?? ''), next: String(form.get('next_password') ?? '') };
  const { changePassword: changed } = await query(ChangePasswordDocument, { input });
  return { errors: errorsOf(changed.problems), done: changed.problems.length === 0 };
}
