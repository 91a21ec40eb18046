'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CreateApplicationDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { Notice } from '@/ui/kit/notice';
import { request } from '@/ui/request';

/** Begins an application and opens its form. */
export function StartApplication({ another = false }: { another?: boolean }) {
  const t = useTranslations('teacher.start');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const start = async () => {
    setBusy(true);
    setRefusal('');
    const answer = await request(CreateApplicationDocument, {}).catch(() => null);
    const made = answer?.createApplication;
    if (made?.application && made.problems.length === 0) return router.push(`/teacher/applications/${made.application.id}/form`);
    setRefusal(made?.problems[0]?.message ?? t('failed'));
    setBusy(false);
  };
  return (
    <div className="grid gap-3 justify-items-start">
      {refusal ? (
        <Notice tone="danger" role="alert">
          {refusal}
        </Notice>
      ) : null}
      <Button look={another ? 'secondary' : 'primary'} size={another ? 'm' : 'xl'} block busy={busy && t('busy')} onClick={start}>
        {t(another ? 'another' : 'button')}
      </Button>
    </div>
  );
}
