'use client';
import { Send } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ResubmitApplicationDocument, SubmitApplicationDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { ErrorSummary } from '@/ui/kit/error-summary';
import { request } from '@/ui/request';

interface SendApplicationProps {
  applicationId: string;
  act: 'submit' | 'resubmit';
  /** Something is missing: the button says so and leads to the list. */
  closed: boolean;
  reasonsId: string;
  doneHref: string;
}

/** Sends the application; a refusal stays above the button. */
export function SendApplication({ applicationId: id, act, closed, reasonsId, doneHref }: SendApplicationProps) {
  const t = useTranslations('teacher.send');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<string[]>([]);
  const send = async () => {
    setBusy(true);
    setRefusals([]);
    try {
      const problems =
        act === 'submit'
          ? (await request(SubmitApplicationDocument, { id })).submitApplication.problems
          : (await request(ResubmitApplicationDocument, { id })).resubmitApplication.problems;
      if (problems.length === 0) {
        router.push(doneHref);
        // The account may have got its name from the application: the header shows it.
        return router.refresh();
      }
      setRefusals([...new Set(problems.map((p) => p.message))]);
      router.refresh();
    } catch {
      setRefusals([t('failed')]);
    }
    setBusy(false);
  };
  return (
    <>
      <ErrorSummary title={t('refused')} errors={refusals.map((message) => ({ message }))} />
      <Button look="primary" size="xl" block icon={<Send />} busy={busy && t('busy')} closed={closed} reasonsId={reasonsId} onClick={send}>
        {t(act)}
      </Button>
    </>
  );
}
