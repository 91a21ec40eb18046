'use client';
import { useTranslations } from 'next-intl';
import { RemoveRoleDocument, ReopenAccountDocument, RestoreRoleDocument } from '@/gql/graphql';
import { useAct } from '@/ui/application/use-act';
import { Button } from '@/ui/kit/button';
import { ConfirmDialog } from '@/ui/kit/dialog';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';

/** Takes a role away after a question; whoever works in it is out at once. */
export function RemoveRoleButton({ id, label, person }: { id: string; label: string; person: string }) {
  const t = useTranslations('auth');
  const toast = useToast();
  const { run, refusal } = useAct(t('failed'));
  const remove = () =>
    run(
      async () => (await request(RemoveRoleDocument, { id })).removeRole.problems,
      () => toast({ text: t('accounts.removed', { role: label, person }) }),
    );
  return (
    <>
      <ConfirmDialog
        trigger={(open) => (
          <Button size="s" look="quiet" onClick={open} aria-label={t('accounts.removeOf', { role: label, person })}>
            {t('accounts.remove')}
          </Button>
        )}
        title={t('accounts.removeTitle', { role: label })}
        confirm={t('accounts.removeConfirm')}
        cancel={t('accounts.removeCancel')}
        destructive
        onConfirm={remove}
      >
        {t('accounts.removeText', { person })}
      </ConfirmDialog>
      {refusal() ? (
        <Notice tone="danger" role="alert">
          {refusal()}
        </Notice>
      ) : null}
    </>
  );
}

/** Gives a role back that was taken away, after a question. */
export function RestoreRoleButton({ id, label, person }: { id: string; label: string; person: string }) {
  const t = useTranslations('auth');
  const toast = useToast();
  const { run, refusal } = useAct(t('failed'));
  const restore = () =>
    run(
      async () => (await request(RestoreRoleDocument, { id })).restoreRole.problems,
      () => toast({ text: t('accounts.restored', { role: label, person }) }),
    );
  return (
    <>
      <ConfirmDialog
        trigger={(open) => (
          <Button size="s" look="quiet" onClick={open} aria-label={t('accounts.restoreOf', { role: label, person })}>
            {t('accounts.restore')}
          </Button>
        )}
        title={t('accounts.restoreTitle', { role: label })}
        confirm={t('accounts.restoreConfirm')}
        cancel={t('accounts.restoreCancel')}
        onConfirm={restore}
      >
        {t('accounts.restoreText', { person })}
      </ConfirmDialog>
      {refusal() ? (
        <Notice tone="danger" role="alert">
          {refusal()}
        </Notice>
      ) : null}
    </>
  );
}

/** Opens a closed account, or sends the credentials once more. */
export function ReopenButton({ id, label }: { id: string; label: string }) {
  const t = useTranslations('auth');
  const toast = useToast();
  const { busy, run, refusal } = useAct(t('failed'));
  const reopen = () =>
    run(
      async () => (await request(ReopenAccountDocument, { id })).reopenAccount.problems,
      () => toast({ text: t('accounts.letterGone') }),
    );
  return (
    <>
      <Button size="s" look="quiet" busy={busy ? t('sending') : false} onClick={() => void reopen()}>
        {label}
      </Button>
      {refusal() ? (
        <Notice tone="danger" role="alert">
          {refusal()}
        </Notice>
      ) : null}
    </>
  );
}
