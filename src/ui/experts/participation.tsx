'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ConfirmParticipationDocument, StartScoringDocument } from '@/gql/graphql';
import { Button } from '@/ui/kit/button';
import { ConfirmDialog } from '@/ui/kit/dialog';
import { MoveCard } from '@/ui/kit/move-card';
import { Notice } from '@/ui/kit/notice';
import { useToast } from '@/ui/kit/toast';
import { request, SessionEnded } from '@/ui/request';

type Said = { problems: readonly { message: string }[] };

/** Does an act on one's own assignment; a refusal is told and the page shows how things stand now. */
function useOwnAct(failed: string) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const run = async (act: () => Promise<Said>, done?: string) => {
    setBusy(true);
    try {
      const { problems } = await act();
      setRefusals([...new Set(problems.map((p) => p.message))]);
      if (problems.length === 0 && done) toast({ text: done });
      router.refresh();
    } catch (error) {
      if (!(error instanceof SessionEnded)) setRefusals([failed]);
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusals, run };
}

function Refusals({ refusals }: { refusals: readonly string[] }) {
  return refusals.length > 0 ? (
    <Notice tone="danger" role="alert">
      {refusals.join(' ')}
    </Notice>
  ) : null;
}

interface InvitationProps {
  assignmentId: string;
  /** When to answer, as one sentence. */
  answerBy: ReactNode;
  /** The day until which the sheet is scored, as it stands in a sentence; null before it is known. */
  scoreUntil: string | null;
  /** The ways out. */
  leave: ReactNode;
}

/** An invitation: taking part is confirmed in a second window that says until when the work is done. */
export function Invitation({ assignmentId, answerBy, scoreUntil, leave }: InvitationProps) {
  const t = useTranslations('expert.invite');
  const { busy, refusals, run } = useOwnAct(t('failed'));
  const confirm = () =>
    run(async () => (await request(ConfirmParticipationDocument, { assignmentId })).confirmParticipation, t('confirmed'));
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
            {t('dialogText', { until: scoreUntil ?? 'none' })}
          </ConfirmDialog>
          {leave}
        </div>
      }
    >
      <p>{t('text')}</p>
      {answerBy ? <p>{answerBy}</p> : null}
      <Refusals refusals={refusals} />
    </MoveCard>
  );
}

/** Where the review begins with the first sheet that is opened: opening it. */
export function StartScoring({ assignmentId }: { assignmentId: string }) {
  const t = useTranslations('expert.start');
  const { busy, refusals, run } = useOwnAct(t('failed'));
  return (
    <MoveCard
      title={t('title')}
      actions={
        <Button
          look="primary"
          busy={busy && t('busy')}
          onClick={() => void run(async () => (await request(StartScoringDocument, { assignmentId })).startScoring)}
        >
          {t('open')}
        </Button>
      }
    >
      <p>{t('text')}</p>
      <Refusals refusals={refusals} />
    </MoveCard>
  );
}
