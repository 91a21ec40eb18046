'use server';
import { ActivateAccountDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { errorsOf, type FormState, typedIn } from '@/ui/session/form-state';

/** Opens an account by SNILS and one-time code; a password is chosen at once. */
export async function activate(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedIn(form, 'snils', 'code', 'email');
  const { snils = '', code = '', email = '' } = values;
  const input = { snils, code, email: email || null, password: String(form.get('password') ?? '') };
  const { activateAccount } = await query(ActivateAccountDocument, { input });
  return { errors: errorsOf(activateAccount.problems), values, done: activateAccount.problems.length === 0 };
}
