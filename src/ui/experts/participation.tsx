'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConfirmParticipationDocument, StartScoringDocument } from '@/gql/graphql';
import { useAct } from '@/ui/application/use-act';
import { Button } from '@/ui/kit/button';
import { ConfirmDialog } from '@/ui/kit/dialog';
import { MoveCard } from '@/ui/kit/move-card';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { request } from '@/ui/request';

function Refusals({ messages }: { messages: readonly string[] }) {
  return messages.length > 0 ? (
    <Notice tone="danger" role="alert">
      {messages.join(' ')}
    </Notice>
  ) : null;
}

interface InvitationProps {
  assignmentId: string;
  /** When to answer, as one sentence. */
  answerBy: ReactNode;
  /** The day until which the sheet is scored, as it stands in a sentence; null before it is known. */
  scoreUntil: string | null;
  /** How long the scoring lasts, where its last day is not known yet. */
  scoreTerm: { amount: number; unit: string } | null;
  /** The review runs already: the materials open with the confirmation. */
  reviewOpen: boolean;
  /** How many criteria the sheet has. */
  criteriaCount: number;
  /** The ways out. */
  leave: ReactNode;
}

/** An invitation: taking part is confirmed in a second window that says until when the work is done. */
export function Invitation({ assignmentId, answerBy, scoreUntil, scoreTerm, criteriaCount, reviewOpen, leave }: InvitationProps) {
  const t = useTranslations('expert.invite');
  const { busy, messages, run } = useAct(t('failed'));
  const toast = useToast();
  const confirm = () =>
    run(
      async () => (await request(ConfirmParticipationDocument, { assignmentId })).confirmParticipation.problems,
      () => toast({ text: t('confirmed') }),
    );
  return (
    <MoveCard
      title={t('title')}
      actions={
        <div className="actions">
          <ConfirmDialog
            trigger={(open) => (
              <Button look="primary" busy={busy && t('confirming')} onClick={open}>
                {t('confirm')}
              </Button>
            )}
            title={t('dialogTitle')}
            confirm={t('dialogConfirm')}
            cancel={t('cancel')}
            onConfirm={confirm}
          >
            <p>{t('dialogText', { until: scoreUntil ?? 'none', amount: scoreTerm?.amount ?? 'none', unit: scoreTerm?.unit ?? 'none' })}</p>
            {criteriaCount > 0 ? <p className="mt-2">{t('criteria', { count: criteriaCount })}</p> : null}
          </ConfirmDialog>
          {leave}
        </div>
      }
    >
      <p>{t('text', { open: String(reviewOpen) })}</p>
      {answerBy ? <p>{answerBy}</p> : null}
      <Refusals messages={messages} />
    </MoveCard>
  );
}

/** Where the review begins with the first sheet that is opened: opening it. */
export function StartScoring({ assignmentId }: { assignmentId: string }) {
  const t = useTranslations('expert.start');
  const { busy, messages, run } = useAct(t('failed'));
  return (
    <MoveCard
      title={t('title')}
      actions={
        <Button
          look="primary"
          busy={busy && t('busy')}
          onClick={() => void run(async () => (await request(StartScoringDocument, { assignmentId })).startScoring.problems)}
        >
          {t('open')}
        </Button>
      }
    >
      <p>{t('text')}</p>
      <Refusals messages={messages} />
    </MoveCard>
  );
}
