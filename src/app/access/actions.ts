'use server';
import { RequestAccessDocument } from '@/gql/graphql';
import { query } from '@/server/api';
import { errorsOf, type FormState, typedIn } from '@/ui/session/form-state';

/** Asks for a teacher's access; the same answer for every address. */
export async function requestAccess(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedIn(form, 'email');
  const { requestAccess: answer } = await query(RequestAccessDocument, { email: values.email ?? '' });
  return { errors: errorsOf(answer.problems), values, done: answer.problems.length === 0 };
}
