'use server';
import { ConfirmEmailDocument, RegisterAccountDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { errorsOf, type FormState, typedIn } from '@/ui/session/form-state';

/** Registers a teacher; what is answered tells nothing about other people's addresses. */
export async function register(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedIn(form, 'login', 'lastName', 'firstName', 'patronymic', 'email');
  const { login = '', lastName = '', firstName = '', patronymic = '', email = '' } = values;
  const input = { login, lastName, firstName, patronymic, email, password: String(form.get('password') ?? '') };
  const { registerAccount } = await query(RegisterAccountDocument, { input });
  return { errors: errorsOf(registerAccount.problems), values, done: registerAccount.problems.length === 0 };
}

/** Confirms the address a letter went to. A press, not the link alone: programs that look through mail open links too. */
export async function confirm(_before: FormState, form: FormData): Promise<FormState> {
  const { confirmEmail } = await query(ConfirmEmailDocument, { token: String(form.get('token') ?? '') });
  return { errors: errorsOf(confirmEmail.problems), done: confirmEmail.problems.length === 0 };
}
