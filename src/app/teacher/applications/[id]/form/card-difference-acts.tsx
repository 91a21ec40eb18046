'use client';
import { useTranslations } from 'next-intl';
import { ReportCardDocument, TakeCardAnswersDocument } from '@/gql/graphql';
import { useAct } from '@/ui/application/use-act';
import { Button } from '@/ui/kit/button';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';

/** Two ways out of a difference: the card is right, or the school is told that it is wrong. */
export function CardDifferenceActs({ applicationId, canReport }: { applicationId: string; canReport: boolean }) {
  const t = useTranslations('teacher.cardMatch');
  const toast = useToast();
  const { busy, run, messages } = useAct(t('failed'));
  const take = async () => (await request(TakeCardAnswersDocument, { applicationId })).takeCardAnswers.problems;
  const report = async () => (await request(ReportCardDocument, { applicationId })).reportCard.problems;
  return (
    <>
      {messages.map((message) => (
        <Notice key={message} tone="danger" role="alert" title={message} />
      ))}
      <div className="actions">
        <Button onClick={() => void run(take, () => toast({ text: t('taken') }))} busy={busy && t('busy')}>
          {t('take')}
        </Button>
        {canReport ? (
          <Button onClick={() => void run(report, () => toast({ text: t('done') }))} busy={busy && t('busy')}>
            {t('report')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
