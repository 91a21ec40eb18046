'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RemoveRoleDocument, ReopenAccountDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { ConfirmDialog } from '@/ui/kit/dialog';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';

/** Takes a role away after a question; whoever works in it is out at once. */
export function RemoveRoleButton({ id, label, person }: { id: string; label: string; person: string }) {
  const t = useTranslations('auth');
  const router = useRouter();
  const toast = useToast();
  const [refusal, setRefusal] = useState<string | null>(null);
  const remove = async () => {
    const { removeRole } = await request(RemoveRoleDocument, { id });
    const [problem] = removeRole.problems;
    setRefusal(problem?.message ?? null);
    if (problem) return;
    toast({ text: t('accounts.removed', { role: label, person }) });
    router.refresh();
  };
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
      {refusal ? (
        <Notice tone="danger" role="alert">
          {refusal}
        </Notice>
      ) : null}
    </>
  );
}

/** Opens a closed account, or sends the credentials once more. */
export function ReopenButton({ id, label }: { id: string; label: string }) {
  const t = useTranslations('auth');
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const reopen = async () => {
    setBusy(true);
    try {
      const { reopenAccount } = await request(ReopenAccountDocument, { id });
      toast({ text: reopenAccount.problems[0]?.message ?? t('accounts.letterGone') });
      router.refresh();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="s" look="quiet" busy={busy ? t('sending') : false} onClick={reopen}>
      {label}
    </Button>
  );
}
