'use client';
import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef, useState } from 'react';
import { Button, SubmitButton } from '@/ui/kit/button';
import { Dialog } from '@/ui/kit/dialog';
import { Notice } from '@/ui/kit/notice';
import { EMPTY_FORM, errorOf, type FormState } from '@/ui/session/form-state';
import { PasswordField } from '@/ui/session/password-field';
import { goToPortal } from '@/ui/session/portal-address';
import { unlinkIdentity, wantLink } from './actions';

interface PortalCardProps {
  /** What the region's people call the portal; null where it is not set up. */
  portal: string | null;
  identities: readonly { id: string; linked: string }[];
  hasPassword: boolean;
}

/** Which identities of the portal open the account: each may be removed, and one joined where there is none. */
export function PortalCard({ portal, identities, hasPassword }: PortalCardProps) {
  const t = useTranslations('auth');
  return (
    <div className="grid gap-4">
      {identities.length ? (
        <>
          <p>{t('state.linked')}</p>
          <ul className="grid gap-2">
            {identities.map((identity) => (
              <li key={identity.id} className="grid gap-2 justify-items-start">
                <span>{t('state.linkedOn', { date: identity.linked })}</span>
                <UnlinkButton identity={identity} hasPassword={hasPassword} />
              </li>
            ))}
          </ul>
        </>
      ) : portal ? (
        <LinkForm portal={portal} hasPassword={hasPassword} />
      ) : null}
    </div>
  );
}

const general = (state: FormState, field: string) => state.errors.filter((e) => e.field !== field).map((e) => e.message);

function Refusals({ sentences }: { sentences: readonly string[] }) {
  return sentences.length ? (
    <Notice tone="danger" role="alert">
      {sentences.join(' ')}
    </Notice>
  ) : null;
}

function UnlinkButton({ identity, hasPassword }: { identity: PortalCardProps['identities'][number]; hasPassword: boolean }) {
  const t = useTranslations('auth');
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, action] = useActionState(unlinkIdentity, EMPTY_FORM);
  return (
    <>
      <Button size="s" look="quiet" aria-label={t('state.unlinkOf', { date: identity.linked })} onClick={() => dialog.current?.showModal()}>
        {t('state.unlink')}
      </Button>
      <Dialog ref={dialog} title={t('state.unlinkTitle')}>
        <form action={action} className="grid gap-5">
          <p className="muted">{t('state.unlinkText')}</p>
          <Refusals sentences={general(state, 'current')} />
          <input type="hidden" name="identity" value={identity.id} />
          {hasPassword ? (
            <PasswordField
              id={`unlink-${identity.id}`}
              name="current"
              label={t('profile.current')}
              error={errorOf(state, 'current')}
              required
            />
          ) : null}
          <div className="dialog-foot">
            <SubmitButton look="destructive" busyLabel={t('saving')}>
              {t('state.unlinkConfirm')}
            </SubmitButton>
            <Button look="secondary" onClick={() => dialog.current?.close()}>
              {t('state.unlinkCancel')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

function LinkForm({ portal, hasPassword }: { portal: string; hasPassword: boolean }) {
  const t = useTranslations('auth');
  const [state, action] = useActionState(wantLink, EMPTY_FORM);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (state.done) goToPortal('/account').catch(() => setFailed(true));
  }, [state]);
  return (
    <form action={action} className="grid gap-4">
      <p>{t('state.linkText')}</p>
      <Refusals sentences={[...general(state, 'link_password'), ...(failed ? [t('state.failed')] : [])]} />
      {hasPassword ? (
        <PasswordField name="link_password" label={t('profile.current')} error={errorOf(state, 'link_password')} required />
      ) : null}
      <SubmitButton look="secondary" busyLabel={t('state.leading')} className="w-full">
        {t('state.by', { label: portal })}
      </SubmitButton>
    </form>
  );
}
