'use server';
import { redirect } from 'next/navigation';
import { signInByDemoCard, signInByPassword } from '@/server/session';
import { type FormState, typedIn } from '@/ui/session/form-state';
import { safeNext } from '@/ui/session/next-path';
import { getProblemSentences } from '@/ui/session/sentences';

/** Signs in by login or e-mail and password, then goes where the person was going. */
export async function signIn(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedIn(form, 'login');
  const problems = await signInByPassword(values.login ?? '', String(form.get('password') ?? ''));
  if (problems.length) return { errors: await getProblemSentences(problems), values };
  redirect(safeNext(form.get('next')) ?? '/start');
}

/** Signs in as a person of the demo. */
export async function signInDemo(form: FormData): Promise<void> {
  const entered = await signInByDemoCard(String(form.get('login')));
  redirect(entered ? (safeNext(form.get('next')) ?? '/start') : '/sign-in');
}
