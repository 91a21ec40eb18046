'use client';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DiscardApplicationDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { ConfirmDialog } from '@/ui/kit/dialog';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';

/** Puts a draft away, after asking. */
export function DiscardDraft({ applicationId }: { applicationId: string }) {
  const t = useTranslations('teacher.discard');
  const router = useRouter();
  const toast = useToast();
  const [refusal, setRefusal] = useState('');
  const discard = async () => {
    const answer = await request(DiscardApplicationDocument, { id: applicationId }).catch(() => null);
    const refused = answer ? answer.discardApplication.problems[0]?.message : t('failed');
    if (refused) return setRefusal(refused);
    window.sessionStorage.removeItem(`attesta:answers:${applicationId}`);
    toast({ text: t('done') });
    router.push('/teacher');
    router.refresh();
  };
  return (
    <div className="grid gap-3 justify-items-start">
      {refusal ? (
        <Notice tone="danger" role="alert">
          {refusal}
        </Notice>
      ) : null}
      <ConfirmDialog
        trigger={(open) => (
          <Button look="quiet" icon={<Trash2 />} onClick={open}>
            {t('open')}
          </Button>
        )}
        title={t('title')}
        confirm={t('confirm')}
        cancel={t('cancel')}
        destructive
        onConfirm={discard}
      >
        {t('text')}
      </ConfirmDialog>
    </div>
  );
}
