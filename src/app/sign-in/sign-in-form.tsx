'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { TeacherWay } from '@/domain/wayIn';
import { SubmitButton } from '@/ui/kit/button';
import { TextField } from '@/ui/kit/field';
import { Link } from '@/ui/kit/link';
import { Notice } from '@/ui/kit/notice';
import { EMPTY_FORM } from '@/ui/session/form-state';
import { PasswordField } from '@/ui/session/password-field';
import { signIn } from './actions';

interface SignInFormProps {
  login: string;
  next: string;
  /** How teachers of the region come by their login (ways-in.ts); null where nothing is known of it. */
  way: TeacherWay | null;
  look: 'primary' | 'secondary';
}

export function SignInForm({ login, next, way, look }: SignInFormProps) {
  const t = useTranslations('auth');
  const [state, action] = useActionState(signIn, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-5">
      {state.errors.length ? (
        <Notice tone="danger" role="alert">
          {state.errors.map((e) => e.message).join(' ')}
        </Notice>
      ) : null}
      <input type="hidden" name="next" value={next} />
      <TextField
        name="login"
        label={t(way === 'snils' ? 'loginOrSnils' : 'login')}
        hint={t(`loginHint.${way ?? 'any'}`)}
        defaultValue={state.values?.login ?? login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField
        name="password"
        label={t('password')}
        required
        aside={
          <Link href="/password/forgot" className="text-m">
            {t('forgot')}
          </Link>
        }
      />
      <SubmitButton look={look} busyLabel={t('signingIn')} className="w-full">
        {t('signIn')}
      </SubmitButton>
    </form>
  );
}
