'use client';
import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef } from 'react';
import { SignedInDocument } from '@/gql/graphql';
import { SubmitButton } from '@/ui/kit/button';
import { Dialog } from '@/ui/kit/dialog';
import { initials, shortName } from '@/ui/kit/format';
import { Notice } from '@/ui/kit/notice';
import { request, SESSION_ENDED, SESSION_RENEWED } from '@/ui/request';
import { endSession, renewSession } from './actions';
import { EMPTY_FORM } from './form-state';
import { PasswordField } from './password-field';

interface SessionDialogProps {
  login: string;
  email: string;
  name: string;
  /** Role assignment that was chosen, to be chosen again. */
  role: string;
  /** Without one the way in is the portal, in a tab of its own: this page stays as it is. */
  hasPassword: boolean;
}

/** Opens when a request finds the session ended: one signs in again on the spot, and whoever waits goes on. */
export function SessionDialog({ login, email, name, role, hasPassword }: SessionDialogProps) {
  const t = useTranslations('auth');
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, renew] = useActionState(renewSession, EMPTY_FORM);
  useEffect(() => {
    const open = () => {
      if (dialog.current?.open) return;
      dialog.current?.showModal();
      document.getElementById('session-password')?.focus();
    };
    window.addEventListener(SESSION_ENDED, open);
    return () => window.removeEventListener(SESSION_ENDED, open);
  }, []);
  useEffect(() => {
    if (!state.done) return;
    dialog.current?.close();
    window.dispatchEvent(new Event(SESSION_RENEWED));
  }, [state]);
  useEffect(() => {
    // The same person signed in meanwhile, in another tab or through the portal: there is nothing left to ask.
    const look = async () => {
      if (!dialog.current?.open) return;
      const { viewer } = await request(SignedInDocument, {}).catch(() => ({ viewer: null }));
      if (viewer?.login !== login || !dialog.current?.open) return;
      dialog.current.close();
      window.dispatchEvent(new Event(SESSION_RENEWED));
    };
    const listen = () => void look();
    window.addEventListener('focus', listen);
    return () => window.removeEventListener('focus', listen);
  }, [login]);
  const demo = login.startsWith('demo-');
  return (
    <Dialog
      ref={dialog}
      title={
        <span className="grid gap-4 justify-items-start">
          <span className="grid place-items-center size-12 rounded-control bg-ok-soft text-ok border border-ok-line">
            <ShieldCheck />
          </span>
          {t('ended.title')}
        </span>
      }
    >
      <p className="muted">{t('ended.text')}</p>
      <p className="mt-4 flex items-center gap-3 rounded-control bg-surface-2 border border-line p-3">
        <span className="ava" aria-hidden="true">
          {initials(name)}
        </span>
        <span className="grid min-w-0">
          <b>{shortName(name)}</b>
          <span className="text-s text-text-2 wrap-anywhere">{email}</span>
        </span>
      </p>
      {state.errors.length ? (
        <div className="mt-4">
          <Notice tone="danger" role="alert">
            {state.errors.map((e) => e.message).join(' ')}
          </Notice>
        </div>
      ) : null}
      {demo || hasPassword ? (
        <form action={renew} className="grid gap-5 mt-4">
          <input type="hidden" name="login" value={login} />
          <input type="hidden" name="role" value={role} />
          {demo ? (
            <input type="hidden" name="way" value="demo" />
          ) : (
            <PasswordField id="session-password" name="password" label={t('password')} required />
          )}
          <SubmitButton busyLabel={t('signingIn')} className="w-full">
            {t('ended.continue')}
          </SubmitButton>
        </form>
      ) : (
        <div className="grid gap-3 mt-4">
          <p>{t('ended.portal')}</p>
          <a className="btn btn-primary w-full" href="/sign-in" target="_blank" rel="noopener">
            {t('ended.openPortal')}
          </a>
        </div>
      )}
      <form action={endSession} className="mt-4 text-center">
        <button type="submit" className="link-button">
          {t('ended.notMe')}
        </button>
      </form>
    </Dialog>
  );
}
