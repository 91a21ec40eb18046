'use client';
import { FlaskConical } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { StartPracticeCaseDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';

/** Begins a trial of this version and opens it. */
export function StartPractice({ id }: { id: string }) {
  const t = useTranslations('procedure.practice');
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    try {
      const { startPracticeCase } = await request(StartPracticeCaseDocument, { id });
      const begun = startPracticeCase.application?.id;
      if (begun) router.push(`/admin/applications/${begun}`);
      else toast({ text: startPracticeCase.problems.map((p) => p.message).join(' ') });
    } catch {
      toast({ text: t('failed') });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="no-print grid justify-items-start gap-1">
      <Button icon={<FlaskConical />} busy={busy && t('busy')} onClick={start}>
        {t('start')}
      </Button>
      <p className="hint max-w-72">{t('text')}</p>
    </div>
  );
}
